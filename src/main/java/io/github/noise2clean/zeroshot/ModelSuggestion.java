package io.github.noise2clean.zeroshot;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.noise.NoiseCorrelation;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The model for an image of unknown kind, told by nothing but its pixels.
 *
 * <p>A fluorescence image is mostly dark: the median of its pixels, in the mean over its channels,
 * lies low in the range from their percentile 0.1 to 99.9, where that of most photographs and
 * electron micrographs lies high. Or the median of the means of squares does: noise widens the
 * range of the pixels, and means flatten what is small and bright. The noise of a scanning electron
 * microscope is correlated along its lines. Of large stacks, regularly spaced planes are looked at.
 *
 * @param model its name, whether there is one in a library or not
 * @param reason a clause for the user, in which "it" is the image
 */
public record ModelSuggestion(String model, String reason) {

    public static final String FLUORESCENCE = "fluorescence";
    public static final String ELECTRON_MICROSCOPY = "electron-microscopy";
    public static final String NATURAL_GREY = "natural-grey";

    /** A share of the range: an image whose median lies below is mostly dark. */
    private static final double DARK = 0.3;

    /** The same where the noise is correlated along lines, as it can be of confocal scans too. */
    private static final double DARK_SCAN = 0.18;

    private static final Normalization RANGE = new Normalization.Percentile(0.1, 99.9);
    private static final Normalization UPPER_HALF = new Normalization.Percentile(50, 100);

    /** Constant channels, and those of NaN, tell nothing; nor does an image that has no others. */
    public static ModelSuggestion of(AxisImage image) {
        OptionalDouble median =
                image.channels().stream()
                        .map(AxisImage::planes)
                        .filter(planes -> DataRange.of(PlaneSample.of(planes)).width() > 0)
                        .mapToDouble(ModelSuggestion::lowerMedian)
                        .average();
        if (median.isEmpty())
            return new ModelSuggestion(
                    NATURAL_GREY, "it has no channel of several grey values that would tell more");
        return of(median.getAsDouble(), NoiseCorrelation.of(image.planes()));
    }

    /** What it means that the model is used, for the user. */
    public String sentence() {
        return "the model %s is used, since %s.".formatted(model, reason);
    }

    /**
     * The same where it cannot be used.
     *
     * @param obstacle a sentence that says why
     */
    String sentence(String obstacle) {
        return "a network is trained on this image alone. The model %s would be used, since %s. %s"
                .formatted(model, reason, obstacle);
    }

    private static ModelSuggestion of(double median, NoiseCorrelation noise) {
        String place =
                String.format(Locale.ROOT, "the median lies at %.0f %% of the range", 100 * median);
        if (noise.isOfScanLines() && median >= DARK_SCAN)
            return new ModelSuggestion(
                    ELECTRON_MICROSCOPY,
                    "its noise is correlated along lines alone, as in scanning electron microscopes (%s), and it is not dark (%s)"
                            .formatted(noise.figures(), place));
        if (median < DARK)
            return new ModelSuggestion(
                    FLUORESCENCE, "it is mostly dark, as fluorescence is (%s)".formatted(place));
        return new ModelSuggestion(
                NATURAL_GREY,
                "it is not mostly dark, as fluorescence is (%s), and its noise is not correlated along lines alone, as in scanning electron microscopes (%s)"
                        .formatted(place, noise.figures()));
    }

    private static double lowerMedian(List<RandomAccessibleInterval<FloatType>> planes) {
        return Math.min(
                median(PlaneSample.of(planes)), median(PlaneSample.of(planes, SquareMeans::of)));
    }

    /** 0 at the lower end of the range and 1 at the upper. */
    private static double median(RandomAccessibleInterval<FloatType> pixels) {
        float median = UPPER_HALF.fit(pixels).restore(0);
        return RANGE.fit(pixels).normalize(median);
    }
}
