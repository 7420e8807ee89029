package io.github.noise2clean.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array of little-endian float32 in NumPy's file format, version 1. */
record NpyFile(long[] shape, float[] values) {

    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\)");

    private static final int PREFIX = 10;

    static NpyFile read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[bytes.getShort(PREFIX - Short.BYTES)];
        bytes.position(PREFIX).get(text);
        Matcher header = HEADER.matcher(new String(text, StandardCharsets.US_ASCII));
        if (!header.find()) throw new IOException(file + " is no array of float32");
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        long[] shape =
                Arrays.stream(header.group(1).split(", *")).mapToLong(Long::parseLong).toArray();
        return new NpyFile(shape, values);
    }
}
