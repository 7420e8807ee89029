package io.github.noise2clean.denoise;

import java.util.stream.LongStream;

/** A network as a function from normalised values to denoised ones of as many pixels. */
interface PixelNetwork {

    /**
     * @param window row-major
     * @param shape channels, then the size, slowest axis first, as tensors have it
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the window is too large
     */
    float[] run(float[] window, long[] shape);

    /** The shape of a batch of one image. */
    static long[] batch(long[] shape) {
        return LongStream.concat(LongStream.of(1), LongStream.of(shape)).toArray();
    }
}
