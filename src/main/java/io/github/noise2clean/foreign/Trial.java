package io.github.noise2clean.foreign;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;

/**
 * How a network of others did when it was run once on the CPU: on the test image of its makers, or
 * where they give none, on a ramp.
 *
 * @param difference the largest one to what its makers say it makes, as a share of the range of
 *     that; empty where they say nothing
 */
public record Trial(Optional<Double> difference) {

    /** As a share of the range of the makers' output. */
    private static final double TOLERANCE = 1e-3;

    private static final int SMALL = 32;

    /**
     * @throws ModelFormatException with the reason, if the network cannot be run as its description
     *     says
     * @throws IOException with a sentence, if it cannot be loaded
     */
    public static Trial of(ForeignModel model) throws IOException {
        try {
            if (model.test().isEmpty()) return onRamp(model);
            TestTensors test = model.test().get();
            NpyFile made = made(model, test.input());
            return new Trial(Optional.of(difference(made, test.output())));
        } catch (IllegalArgumentException e) {
            throw ModelFormatException.unusable(model.name(), e);
        }
    }

    /** Whether it made what its makers say, or these say nothing. */
    public boolean isPassed() {
        return difference.filter(share -> !(share <= TOLERANCE)).isEmpty();
    }

    /** For people. */
    public String sentence() {
        if (difference.isEmpty())
            return "There is no test image with it, so that nothing tells whether it computes what"
                    + " it should.";
        return String.format(
                Locale.ROOT,
                "It %s the output that its makers give for their test image: the largest difference"
                        + " is %.2g of the range of values, and %s is allowed.",
                isPassed() ? "reproduces" : "does not reproduce",
                difference.get(),
                TOLERANCE);
    }

    private static Trial onRamp(ForeignModel model) throws IOException {
        long[] size =
                model.reaches().stream().mapToLong((AxisReach r) -> r.sizeFor(SMALL)).toArray();
        requireFinite(made(model, Tensor.ramp(Tensor.shape(model.inputChannels(), size))).values());
        return new Trial(Optional.empty());
    }

    /** Weights may be so wrong that no engine tells. */
    private static void requireFinite(float[] made) {
        for (float value : made)
            if (!Float.isFinite(value))
                throw new IllegalArgumentException(
                        "it makes NaN or infinite values of an image with values from 0 to 1");
    }

    /** With all that is done before and after. */
    private static NpyFile made(ForeignModel model, NpyFile input) throws IOException {
        requireShape(model, input);
        Pixels noisy = Tensor.pixels(input);
        float[] shown = Tensor.values(noisy.mapped(model.processing().before(noisy)));
        long[] shape = input.shape().clone();
        shape[1] = model.outputChannels();
        Pixels made = Tensor.pixels(run(model, shown, input.shape(), shape));
        return new NpyFile(
                shape, Tensor.values(made.mapped(model.processing().after(noisy, made))));
    }

    private static NpyFile run(ForeignModel model, float[] shown, long[] shape, long[] wanted)
            throws IOException {
        try (ImageModule module = model.load(DeviceChoice.CPU)) {
            return new NpyFile(wanted, module.forward(shown, shape));
        }
    }

    private static void requireShape(ForeignModel model, NpyFile input) {
        long[] shape = input.shape();
        List<AxisReach> reaches = model.reaches();
        boolean fits =
                shape.length == reaches.size() + 2
                        && shape[0] == 1
                        && shape[1] == model.inputChannels();
        for (int axis = 0; fits && axis < reaches.size(); axis++)
            fits = reaches.get(axis).sizeFor(shape[axis + 2]) == shape[axis + 2];
        if (!fits)
            throw new IllegalArgumentException(
                    "its test image has the shape %s, which is none that it takes"
                            .formatted(Arrays.toString(shape)));
    }

    private static double difference(NpyFile made, NpyFile wanted) {
        if (!Arrays.equals(made.shape(), wanted.shape()))
            throw new IllegalArgumentException(
                    "what it makes of its test image has the shape %s, not %s"
                            .formatted(
                                    Arrays.toString(made.shape()),
                                    Arrays.toString(wanted.shape())));
        float[] values = wanted.values();
        double largest = 0;
        for (int i = 0; i < values.length; i++)
            largest = Math.max(largest, Math.abs((double) made.values()[i] - values[i]));
        double range = DataRange.of(ArrayImgs.floats(values, values.length)).width();
        return largest / Math.max(range, Float.MIN_NORMAL);
    }
}
