package io.github.noise2clean.tensor;

/**
 * A network with its axes in another order, which is shown and makes images as our own are.
 *
 * @param input the order of what it takes
 * @param output the order of what it gives
 */
public record ReorderedModule(ImageModule module, AxisOrder input, AxisOrder output)
        implements ImageModule {

    /** The same, of one image. */
    @Override
    public float[] forward(float[] x, long[] shape) {
        float[] made = module.forward(input.theirs(x, shape), input.theirShape(shape));
        return output.ours(made, madeShape(shape, x.length, made.length));
    }

    @Override
    public String deviceName() {
        return module.deviceName();
    }

    @Override
    public void close() {
        module.close();
    }

    /** As many channels as there are values for. */
    private static long[] madeShape(long[] shape, int shown, int made) {
        long pixels = shown / shape[1];
        if (made % pixels != 0)
            throw new IllegalArgumentException(
                    "The network makes %d values of images of %d pixels.".formatted(made, pixels));
        long[] madeShape = shape.clone();
        madeShape[1] = made / pixels;
        return madeShape;
    }
}
