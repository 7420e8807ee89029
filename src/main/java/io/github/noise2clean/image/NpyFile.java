package io.github.noise2clean.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * An array as NumPy's file format has it: a header that is a Python dictionary, then the values,
 * row-major and little-endian.
 *
 * @param shape slowest axis first
 */
public record NpyFile(long[] shape, float[] values) {

    /**
     * @throws IllegalArgumentException if the shape is not that of so many values
     */
    public NpyFile {
        if (LongStream.of(shape).reduce(1, Math::multiplyExact) != values.length)
            throw new IllegalArgumentException(
                    values.length + " values of the shape " + Arrays.toString(shape));
    }

    /**
     * Reads float32, float64, uint8 or uint16, each as float32, of the format's versions 1 to 3.
     *
     * @param name of the file, for messages
     * @throws IOException with a sentence, if the file is damaged, or of another type or order;
     *     nothing is allocated for values that it does not hold
     */
    public static NpyFile read(byte[] file, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        NpyHeader header = NpyHeader.read(bytes, name);
        float[] values = new float[bytes.remaining() / header.type().bytes()];
        for (int i = 0; i < values.length; i++) values[i] = header.type().next(bytes);
        return new NpyFile(header.shape(), values);
    }

    /** The file, of float32 in version 1; the same array gives the same bytes. */
    public byte[] bytes() {
        byte[] header = new NpyHeader(NpyType.FLOAT32, shape).bytes();
        int valueBytes = Math.multiplyExact(values.length, Float.BYTES);
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.addExact(header.length, valueBytes))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(header);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
