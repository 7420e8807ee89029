package io.github.noise2clean.batch;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A folder of images of all types and sizes, as people have them, some in folders within. */
public record MixedFiles(Path folder) {

    private static final String[] KINDS = {
        "8-bit.png", "16-bit.tif", "32-bit.tif", "rgb.png", "rgb.jpg",
        "stack.tif", "hyperstack.tif", "16-bit.png", "8-bit.jpg", "frames.tif"
    };

    /** Writes {@code count} seeded images, the kinds by turns. */
    public MixedFiles write(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path within = folder.resolve("well-" + (char) ('A' + i % 3));
            Files.createDirectories(within);
            String kind = KINDS[i % KINDS.length];
            save(image(kind, i), within.resolve("%03d-%s".formatted(i, kind)));
        }
        return this;
    }

    /** Adds a TIFF file that was cut off, a text that is called .tif, and an empty file. */
    public MixedFiles writeDamaged() throws IOException {
        Path whole = folder.resolve("damaged-cut.tif");
        save(image("16-bit.tif", 1), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(folder.resolve("damaged-text.tif"), "no image");
        Files.createFile(folder.resolve("damaged-empty.tif"));
        return this;
    }

    private static ImagePlus image(String kind, int seed) {
        return switch (kind) {
            case "rgb.png", "rgb.jpg" -> new ImagePlus(kind, colours(seed));
            case "stack.tif" -> stack(kind, seed, 8, new int[] {1, 3, 1});
            case "frames.tif" -> stack(kind, seed, 32, new int[] {1, 1, 2});
            case "hyperstack.tif" -> new CompositeImage(stack(kind, seed, 16, new int[] {2, 2, 2}));
            default -> new ImagePlus(kind, plane(seed, 0, Integer.parseInt(kind.split("-")[0])));
        };
    }

    /**
     * @param size channels, slices, frames
     */
    private static ImagePlus stack(String title, int seed, int bits, int[] size) {
        ImageStack stack = new ImageStack();
        for (int i = 0; i < size[0] * size[1] * size[2]; i++) stack.addSlice(plane(seed, i, bits));
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(size[0], size[1], size[2]);
        image.setOpenAsHyperStack(true);
        image.getCalibration().setUnit("micron");
        image.getCalibration().pixelWidth = 0.1;
        return image;
    }

    private static ImageProcessor colours(int seed) {
        ImageProcessor red = plane(seed, 0, 8);
        ColorProcessor colours = new ColorProcessor(red.getWidth(), red.getHeight());
        for (int channel = 1; channel <= 3; channel++)
            colours.setChannel(channel, plane(seed, channel, 8).convertToByteProcessor(false));
        return colours;
    }

    /** Noisy waves of odd sizes of 45 to 133 pixels. */
    private static ImageProcessor plane(int seed, int index, int bits) {
        int width = 45 + 2 * (seed * 7 % 45);
        int height = 45 + 2 * (seed * 11 % 31);
        Random random = new Random(1000L * seed + index);
        FloatProcessor plane = new FloatProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            double wave = Math.sin(i % width / 5.0) * Math.cos(i / width / (4.0 + index));
            plane.setf(i, (float) (120 + 60 * wave + 20 * random.nextGaussian()));
        }
        if (bits == 8) return plane.convertToByteProcessor(false);
        plane.multiply(bits == 16 ? 20 : 1e-3);
        return bits == 16 ? plane.convertToShortProcessor(false) : plane;
    }

    private static void save(ImagePlus image, Path file) throws IOException {
        if (file.toString().endsWith(".jpg")) new FileSaver(image).saveAsJpeg(file.toString());
        else ImageFiles.save(image, file);
    }
}
