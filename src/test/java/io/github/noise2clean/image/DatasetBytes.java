package io.github.noise2clean.image;

import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The bytes of small data sets, and a number that tells large ones apart. */
public final class DatasetBytes {

    private static final int CIFAR_PIXELS = 32 * 32;

    private DatasetBytes() {}

    /** An IDX file: the header's numbers, of 4 bytes each, and the content. */
    public static byte[] idx(byte[] content, int... header) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * header.length + content.length);
        for (int number : header) bytes.putInt(number);
        return bytes.put(content).array();
    }

    /** A CIFAR-10 batch of one plain colour per image: each its label, red, green and blue. */
    public static byte[] cifar(int[]... images) {
        ByteBuffer bytes = ByteBuffer.allocate(images.length * (1 + 3 * CIFAR_PIXELS));
        for (int[] image : images) {
            bytes.put((byte) image[0]);
            for (int colour = 1; colour <= 3; colour++) bytes.put(plane(image[colour]));
        }
        return bytes.array();
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** The mean grey value of an 8-bit stack. */
    static double mean(ImagePlus image) {
        long sum = 0;
        for (int i = 1; i <= image.getStackSize(); i++)
            for (byte pixel : (byte[]) image.getStack().getPixels(i))
                sum += Byte.toUnsignedInt(pixel);
        return (double) sum / image.getStackSize() / image.getWidth() / image.getHeight();
    }

    private static byte[] plane(int value) {
        byte[] plane = new byte[CIFAR_PIXELS];
        Arrays.fill(plane, (byte) value);
        return plane;
    }
}
