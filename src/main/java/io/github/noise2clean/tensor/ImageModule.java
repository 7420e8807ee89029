package io.github.noise2clean.tensor;

/** A network that is loaded on a device, and makes images of images. */
public sealed interface ImageModule extends AutoCloseable
        permits TorchModule, OnnxModule, ReorderedModule, WatchedModule {

    /**
     * What the network makes of images.
     *
     * @param x row-major
     * @param shape {@code [N, C, H, W]} or {@code [N, C, D, H, W]}
     * @throws IllegalArgumentException if the network does not take images of this shape
     * @throws DeviceMemoryException if they are too large
     */
    float[] forward(float[] x, long[] shape);

    /** Such as {@code cpu}. */
    String deviceName();

    @Override
    void close();
}
