package io.github.noise2clean.exchange;

import io.github.noise2clean.image.DataRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * The picture of a package: a plane beside the same one denoised, in one display range.
 *
 * @param width of a plane in pixels
 * @param noisy row-major
 * @param range from black to white
 */
record Cover(int width, float[] noisy, float[] denoised, DataRange range) {

    /** What a plane is magnified to, at least. */
    private static final int SMALLEST_WIDTH = 200;

    private static final int WHITE = 255;

    byte[] png() {
        int magnification = (SMALLEST_WIDTH + width - 1) / width;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(magnification), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private BufferedImage picture(int magnification) {
        int height = noisy.length / width;
        BufferedImage picture =
                new BufferedImage(
                        2 * width * magnification,
                        height * magnification,
                        BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++)
                picture.getRaster()
                        .setSample(x, y, 0, brightness(x / magnification, y / magnification));
        return picture;
    }

    private int brightness(int x, int y) {
        float value = x < width ? noisy[y * width + x] : denoised[y * width + x - width];
        double share = (value - range.min()) / Math.max(range.width(), Float.MIN_NORMAL);
        return (int) Math.max(0, Math.min(WHITE, Math.round(WHITE * share)));
    }
}
