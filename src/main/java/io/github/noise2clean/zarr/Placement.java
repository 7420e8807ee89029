package io.github.noise2clean.zarr;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where pixels lie: their places times {@code scale}, plus {@code translation}.
 *
 * @param scale the distance of pixels in the units of the axes, the fastest first
 */
record Placement(double[] scale, double[] translation) {

    static final String KEY = "coordinateTransformations";

    /** Each pixel is where it is. */
    static Placement identity(int dimensions) {
        double[] ones = new double[dimensions];
        Arrays.fill(ones, 1);
        return new Placement(ones, new double[dimensions]);
    }

    /**
     * A scale, and after it a translation or none.
     *
     * @throws IOException with a sentence, if it is otherwise
     */
    static Placement read(Section of, int dimensions) throws IOException {
        List<Section> steps = of.sections(KEY);
        if (steps.isEmpty() || steps.size() > 2 || !steps.get(0).text("type").equals("scale"))
            throw of.wrong(KEY, "are no scale with at most a translation after it");
        double[] scale = numbers(steps.get(0), "scale", dimensions);
        if (steps.size() == 1) return new Placement(scale, new double[dimensions]);
        if (!steps.get(1).text("type").equals("translation"))
            throw of.wrong(KEY, "have something else than a translation after the scale");
        return new Placement(scale, numbers(steps.get(1), "translation", dimensions));
    }

    /** First this one, then {@code next}. */
    Placement then(Placement next) {
        int dimensions = scale.length;
        return new Placement(
                IntStream.range(0, dimensions).mapToDouble(d -> scale[d] * next.scale[d]).toArray(),
                IntStream.range(0, dimensions)
                        .mapToDouble(d -> translation[d] * next.scale[d] + next.translation[d])
                        .toArray());
    }

    private static double[] numbers(Section step, String key, int dimensions) throws IOException {
        double[] numbers = step.numbers(key);
        if (numbers.length != dimensions)
            throw step.wrong(key, "has %d numbers, not %d".formatted(numbers.length, dimensions));
        return IntStream.range(0, dimensions)
                .mapToDouble(d -> numbers[dimensions - 1 - d])
                .toArray();
    }
}
