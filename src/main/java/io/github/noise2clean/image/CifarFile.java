package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A batch of CIFAR-10 in its binary form: for each image of 32 x 32 pixels a byte for its class,
 * then the red, the green and the blue plane, row by row.
 */
record CifarFile(Path file) {

    private static final List<String> CLASSES =
            List.of(
                    "airplane",
                    "automobile",
                    "bird",
                    "cat",
                    "deer",
                    "dog",
                    "frog",
                    "horse",
                    "ship",
                    "truck");

    private static final int SIDE = 32;
    private static final int PIXELS = SIDE * SIDE;
    private static final int RECORD_BYTES = 1 + 3 * PIXELS;
    private static final int OPAQUE = 0xff000000;

    /** Nothing but its name tells such a file from any other. */
    static boolean isNamedSo(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.bin(\\.gz)?");
    }

    /** An RGB stack of all images, labelled with the names of their classes. */
    ImagePlus read() throws IOException {
        ImageStack images = new FileContents(file).read(this::images);
        return new ImagePlus(file.getFileName().toString(), images);
    }

    private ImageStack images(InputStream bytes) throws IOException {
        ImageStack images = new ImageStack(SIDE, SIDE);
        byte[] image = bytes.readNBytes(RECORD_BYTES);
        while (image.length > 0) {
            requireImage(image, images.size() + 1);
            images.addSlice(CLASSES.get(image[0]), pixels(image));
            image = bytes.readNBytes(RECORD_BYTES);
        }
        if (images.size() == 0) throw new IOException("The file " + file + " holds no images.");
        return images;
    }

    private void requireImage(byte[] image, int number) throws IOException {
        int label = Byte.toUnsignedInt(image[0]);
        if (label >= CLASSES.size())
            throw foreign("its image %d is of the class %d, not 0 to 9".formatted(number, label));
        if (image.length < RECORD_BYTES)
            throw foreign("its size is not a multiple of " + RECORD_BYTES + " bytes");
    }

    private static int[] pixels(byte[] image) {
        int[] pixels = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            pixels[i] =
                    OPAQUE
                            | colour(image, i, 0) << 16
                            | colour(image, i, 1) << 8
                            | colour(image, i, 2);
        return pixels;
    }

    private static int colour(byte[] image, int pixel, int plane) {
        return Byte.toUnsignedInt(image[1 + plane * PIXELS + pixel]);
    }

    private IOException foreign(String reason) {
        return new IOException(file + " is not a CIFAR-10 batch, or is damaged: " + reason + ".");
    }
}
