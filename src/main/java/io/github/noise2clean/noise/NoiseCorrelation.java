package io.github.noise2clean.noise;

import io.github.noise2clean.image.Axis;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How far a pixel's noise tells that of other pixels of its row and its column, in images whose
 * clean signal is not known.
 *
 * <p>Measured in the smoothest tenth of all small squares, whose texture could be mistaken for
 * noise the least; the noise may differ in strength from place to place. Of white noise the first
 * correlation comes out as -0.02, since squares that happen to look smooth are preferred. Where the
 * noise is weaker than the texture everywhere, as in a photograph of grass, texture may be taken
 * for noise.
 *
 * @param alongX correlation of pixels 1, 2, ... 8 columns apart, -1 to 1; 0 where it is not known
 * @param alongY correlation of pixels 1, 2, ... 8 rows apart
 * @param patches the number of squares it was measured in; 0 where the images are too small, or
 *     have too little noise
 */
public record NoiseCorrelation(List<Double> alongX, List<Double> alongY, int patches) {

    /**
     * A correlation r to both neighbours lets them tell 2 r² of the variance of a pixel's noise: 8
     * % at 0.2, so that blind-spot training leaves noise 11 dB below the input's, about what it
     * reaches anyway. Beyond, it is the correlation that limits it. The sampling error is 0.05 or
     * less.
     */
    public static final double THRESHOLD = 0.2;

    private static final double ONE_SIDED = 4;

    public NoiseCorrelation {
        alongX = List.copyOf(alongX);
        alongY = List.copyOf(alongY);
        if (alongX.isEmpty() || alongX.size() != alongY.size() || patches < 0)
            throw new IllegalArgumentException(alongX + ", " + alongY + " of " + patches);
    }

    /**
     * Of noisy images; of many or large ones, a sample is read.
     *
     * @param planes X, Y, of any size
     */
    public static NoiseCorrelation of(List<RandomAccessibleInterval<FloatType>> planes) {
        return CorrelationEstimate.of(planes);
    }

    /**
     * Of noisy images of the same thing, whose differences hold noise only, except where the thing
     * has moved.
     *
     * @param planes X, Y, at least 2 of the same size
     */
    public static NoiseCorrelation ofRepeats(List<RandomAccessibleInterval<FloatType>> planes) {
        return CorrelationEstimate.of(FrameDifferences.of(planes));
    }

    static NoiseCorrelation unknown() {
        List<Double> zeros = Collections.nCopies(CorrelationPatch.LAGS, 0.0);
        return new NoiseCorrelation(zeros, zeros, 0);
    }

    /** The axes with a correlation, positive or negative, beyond {@link #THRESHOLD} at any lag. */
    public CorrelatedAxes verdict() {
        Set<Axis> axes = EnumSet.noneOf(Axis.class);
        if (Math.abs(strongest(alongX)) > THRESHOLD) axes.add(Axis.X);
        if (Math.abs(strongest(alongY)) > THRESHOLD) axes.add(Axis.Y);
        return CorrelatedAxes.of(axes);
    }

    /**
     * Whether it is that of a detector that is read line by line, as in scanning electron
     * microscopes: pixels of a row share noise, and those of a column do not. Texture that is taken
     * for noise is seldom so one-sided.
     */
    public boolean isOfScanLines() {
        double neighbours = alongX.get(0);
        return neighbours > THRESHOLD && Math.abs(strongest(alongY)) < neighbours / ONE_SIDED;
    }

    /** X or Y, along which a blind-spot mask must hide neighbours too; the worse where both do. */
    public Optional<Axis> maskAxis() {
        return switch (verdict()) {
            case NONE -> Optional.empty();
            case ALONG_X -> Optional.of(Axis.X);
            case ALONG_Y -> Optional.of(Axis.Y);
            case BOTH ->
                    Optional.of(
                            Math.abs(strongest(alongX)) >= Math.abs(strongest(alongY))
                                    ? Axis.X
                                    : Axis.Y);
        };
    }

    /** What it means for blind-spot training, for the user. */
    public String sentence() {
        if (patches == 0)
            return "The correlation of the noise could not be measured: the images are too small,"
                    + " or have no noise.";
        return switch (verdict()) {
            case NONE ->
                    "The noise of neighbouring pixels is nearly independent (correlation "
                            + figures()
                            + "), as Noise2Void needs it.";
            case ALONG_X, ALONG_Y -> why() + " hides a pixel's neighbours along that axis as well.";
            case BOTH ->
                    why()
                            + " hides a pixel's neighbours along the worse axis as well, but what"
                            + " the noise shares along the other one will stay: train on repeats"
                            + " or on clean images if there are any.";
        };
    }

    /** What it means where pixels are learned from their neighbours, if they share some noise. */
    public Optional<String> sharedByNeighbours() {
        if (verdict() == CorrelatedAxes.NONE) return Optional.empty();
        return Optional.of(
                "The noise of neighbouring pixels is correlated (%s): what they share is taken for the"
                                .formatted(figures())
                        + " image's and stays, since the image alone does not tell the two apart."
                        + " Train on repeats or on clean images if there are any.");
    }

    private String why() {
        String mask = maskAxis().orElseThrow().name().toLowerCase(Locale.ROOT);
        return "The noise is correlated between pixels ("
                + figures()
                + "), so plain Noise2Void cannot work: it predicts a pixel from its neighbours, and"
                + " these tell the pixel's noise as well as its signal. The structured mask "
                + mask
                + " (StructN2V, Broaddus et al. 2020)";
    }

    /** Such as "0.47 along x, 0.02 along y". */
    public String figures() {
        return figures(alongX, "x") + ", " + figures(alongY, "y");
    }

    /** Such as "0.47 along x", "0.31 at a distance of 3 pixels along x". */
    private static String figures(List<Double> correlations, String axis) {
        double strongest = strongest(correlations);
        int lag = correlations.indexOf(strongest) + 1;
        String distance =
                lag == 1 || Math.abs(strongest) <= THRESHOLD
                        ? ""
                        : " at a distance of " + lag + " pixels";
        double told = distance.isEmpty() ? correlations.get(0) : strongest;
        return String.format(Locale.ROOT, "%.2f%s along %s", told, distance, axis);
    }

    private static double strongest(List<Double> correlations) {
        return correlations.stream()
                .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .orElseThrow();
    }
}
