package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a plane in pixels. */
public record ImageSize(int width, int height) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})x(\\d{1,9})");

    public ImageSize {
        if (width < 1 || height < 1)
            throw new IllegalArgumentException(
                    "An image must have at least 1 x 1 pixels, not "
                            + width
                            + " x "
                            + height
                            + ".");
    }

    /**
     * Reads width and height, such as "28x28".
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static ImageSize parse(String text) {
        Matcher sides = TEXT.matcher(text.strip());
        if (!sides.matches())
            throw new IllegalArgumentException(
                    "The size \"" + text + "\" is not understood: write WIDTHxHEIGHT.");
        return new ImageSize(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }

    /** Of height and width. */
    public static ImageSize ofSlowestFirst(List<Integer> size) {
        return new ImageSize(size.get(1), size.get(0));
    }

    /** Height and width. */
    public List<Integer> slowestFirst() {
        return List.of(height, width);
    }

    public long pixels() {
        return (long) width * height;
    }

    /**
     * The image in this size, or itself where it has it: each plane is interpolated linearly, and
     * averaged where it shrinks. Title, slice labels and dimensions are kept.
     */
    public ImagePlus resize(ImagePlus image) {
        if (image.getWidth() == width && image.getHeight() == height) return image;
        ImageStack planes = image.getStack();
        ImageStack resized = new ImageStack(width, height);
        for (int i = 1; i <= planes.size(); i++)
            resized.addSlice(planes.getSliceLabel(i), resize(planes.getProcessor(i)));
        ImagePlus result = new ImagePlus(image.getTitle(), resized);
        result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
        return result;
    }

    private ImageProcessor resize(ImageProcessor plane) {
        plane.setInterpolationMethod(ImageProcessor.BILINEAR);
        return plane.resize(width, height, true);
    }

    /** Width and height as people write them. */
    @Override
    public String toString() {
        return width + " x " + height;
    }
}
