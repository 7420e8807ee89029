package io.github.noise2clean.exchange;

import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;

/**
 * What a package's description says is done to an image before the network and after it.
 *
 * <p>bioimage.io has steps for linear normalisations, and for going back where these are the same
 * for all images; it has none to go back from what was found in an image, nor for the stabilisation
 * of noise. Where it lacks the first, the test tensors are what enters and leaves the network;
 * where it lacks the second, the output stays normalised.
 *
 * @param planes that enter the network at once, which are normalised together
 * @param channels of each plane or volume, which are normalised one by one
 */
record Processing(Normalization normalization, List<String> spaceAxes, int planes, int channels) {

    private static final List<String> SPACE = List.of("z", "y", "x");

    /** The least upper percentile that bioimage.io lets through, lest shares are taken for it. */
    private static final double LEAST_PERCENTILE = 1;

    static Processing of(TrainedModel model) {
        return new Processing(
                model.card().normalization(),
                SPACE.subList(SPACE.size() - model.graph().dimensions(), SPACE.size()),
                model.card().context().map(PlaneContext::planes).orElse(1),
                model.graph().outputChannels());
    }

    /** Whether images enter as grey values. */
    boolean isDescribed() {
        if (normalization instanceof Normalization.Fixed) return true;
        // Of an axis that holds planes and channels, neither can be named.
        return isFound() && (planes == 1 || channels == 1);
    }

    /** Whether images leave as grey values. */
    boolean isUndone() {
        return normalization instanceof Normalization.Fixed;
    }

    List<Step> before() {
        if (!isDescribed()) return List.of();
        if (normalization instanceof Normalization.Fixed fixed)
            return List.of(linear(1 / width(fixed), -fixed.low() / width(fixed)));
        if (normalization instanceof Normalization.Percentile percentile)
            return List.of(new Step("scale_range", percentiles(percentile), jointAxes()));
        return List.of(new Step("zero_mean_unit_variance", Map.of(), jointAxes()));
    }

    List<Step> after() {
        return normalization instanceof Normalization.Fixed fixed
                ? List.of(linear(width(fixed), fixed.low()))
                : List.of();
    }

    /** An image as the network sees it. */
    float[] prepared(float[] given) {
        float[] prepared = given.clone();
        if (!isDescribed()) return prepared;
        int length = given.length / channels;
        for (int channel = 0; channel < channels; channel++)
            prepare(prepared, channel * length, length);
        return prepared;
    }

    /** What the network makes of an image as the package gives it. */
    float[] finished(float[] made) {
        float[] finished = made.clone();
        if (!isUndone()) return finished;
        IntensityMap map = normalization.common().orElseThrow();
        for (int i = 0; i < finished.length; i++) finished[i] = map.restore(finished[i]);
        return finished;
    }

    private boolean isFound() {
        if (normalization instanceof Normalization.Percentile percentile)
            return percentile.high() > LEAST_PERCENTILE;
        return normalization instanceof Normalization.MeanStd;
    }

    private List<String> jointAxes() {
        List<String> axes = new ArrayList<>(spaceAxes);
        if (planes > 1) axes.add(0, "channel");
        return axes;
    }

    private void prepare(float[] pixels, int start, int length) {
        float[] part = Arrays.copyOfRange(pixels, start, start + length);
        IntensityMap map = normalization.fit(ArrayImgs.floats(part, length));
        for (int i = 0; i < length; i++) pixels[start + i] = map.normalize(part[i]);
    }

    private static double width(Normalization.Fixed fixed) {
        return fixed.high() - fixed.low();
    }

    private static Step linear(double gain, double offset) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("gain", gain);
        numbers.put("offset", offset);
        return new Step("scale_linear", numbers, List.of());
    }

    private static Map<String, Double> percentiles(Normalization.Percentile percentile) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("min_percentile", percentile.low());
        numbers.put("max_percentile", percentile.high());
        return numbers;
    }
}
