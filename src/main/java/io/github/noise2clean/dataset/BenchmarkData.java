package io.github.noise2clean.dataset;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set that systems are compared on, with its author's division.
 *
 * @param training 8-bit or RGB stack, its slice labels the classes
 * @param test another of the same type, width and height
 */
public record BenchmarkData(String name, ImagePlus training, ImagePlus test) {

    public BenchmarkData {
        if (!kind(training).equals(kind(test)))
            throw new IllegalArgumentException(
                    "The training images of %s are %s, but its test images %s."
                            .formatted(name, kind(training), kind(test)));
    }

    /**
     * Opens a folder of the files of MNIST (or of a data set in its form), or of CIFAR-10; the
     * folder's name is the data set's.
     *
     * @throws IOException with a sentence for the user, if files are missing or cannot be read
     */
    public static BenchmarkData open(Path folder) throws IOException {
        BenchmarkFiles files = BenchmarkFiles.in(folder);
        String name = folder.toAbsolutePath().normalize().toFile().getName();
        return new BenchmarkData(
                name,
                joined(name + "-training", files.training()),
                joined(name + "-test", files.test()));
    }

    /** One of the two stacks. */
    public ImagePlus part(BenchmarkPart part) {
        return switch (part) {
            case TRAINING -> training;
            case TEST -> test;
        };
    }

    /** The same pixels with only the first training images, or all where there are not as many. */
    public BenchmarkData limited(int trainingImages) {
        if (trainingImages < 1)
            throw new IllegalArgumentException(
                    "There must be at least 1 training image, not " + trainingImages + ".");
        ImageStack first = new ImageStack(training.getWidth(), training.getHeight());
        append(first, training.getStack(), Math.min(trainingImages, training.getStackSize()));
        return new BenchmarkData(name, new ImagePlus(training.getTitle(), first), test);
    }

    /** Every image in another size in pixels, as {@link ImageSize#resize} makes it. */
    public BenchmarkData resized(ImageSize size) {
        return new BenchmarkData(name, size.resize(training), size.resize(test));
    }

    private static String kind(ImagePlus image) {
        return "%d x %d pixels of %d bits"
                .formatted(image.getWidth(), image.getHeight(), image.getBitDepth());
    }

    private static ImagePlus joined(String title, List<Path> files) throws IOException {
        ImageStack all = ImageFiles.open(files.get(0)).getStack();
        for (Path file : files.subList(1, files.size())) {
            ImageStack more = ImageFiles.open(file).getStack();
            append(all, more, more.size());
        }
        return new ImagePlus(title, all);
    }

    private static void append(ImageStack all, ImageStack more, int count) {
        for (int i = 1; i <= count; i++) all.addSlice(more.getSliceLabel(i), more.getPixels(i));
    }
}
