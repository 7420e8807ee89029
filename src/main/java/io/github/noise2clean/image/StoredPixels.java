package io.github.noise2clean.image;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Arrays of pixels as ImageJ keeps them, and the bytes that they are in a TIFF file.
 *
 * @param bitDepth as ImageJ counts: 8, 16, 24 for RGB or 32
 */
record StoredPixels(int bitDepth, ByteOrder order) {

    int bytesPerPixel() {
        return bitDepth / Byte.SIZE;
    }

    ByteBuffer encoded(Object pixels) {
        ByteBuffer bytes = blank(Array.getLength(pixels));
        switch (bitDepth) {
            case 8 -> bytes.put((byte[]) pixels).flip();
            case 16 -> bytes.asShortBuffer().put((short[]) pixels);
            case 24 -> putColours((int[]) pixels, bytes);
            default -> bytes.asFloatBuffer().put((float[]) pixels);
        }
        return bytes;
    }

    Object decoded(ByteBuffer bytes) {
        int count = bytes.remaining() / bytesPerPixel();
        switch (bitDepth) {
            case 8:
                return bytes.array();
            case 16:
                short[] shorts = new short[count];
                bytes.asShortBuffer().get(shorts);
                return shorts;
            case 24:
                return colours(bytes, count);
            default:
                float[] floats = new float[count];
                bytes.asFloatBuffer().get(floats);
                return floats;
        }
    }

    /** Room for so many pixels. */
    ByteBuffer blank(int pixels) {
        return ByteBuffer.allocate(Math.multiplyExact(pixels, bytesPerPixel())).order(order);
    }

    private static void putColours(int[] pixels, ByteBuffer bytes) {
        for (int pixel : pixels)
            bytes.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        bytes.flip();
    }

    private static int[] colours(ByteBuffer bytes, int count) {
        int[] pixels = new int[count];
        for (int i = 0; i < count; i++)
            pixels[i] =
                    0xff << 24
                            | Byte.toUnsignedInt(bytes.get()) << 16
                            | Byte.toUnsignedInt(bytes.get()) << 8
                            | Byte.toUnsignedInt(bytes.get());
        return pixels;
    }
}
