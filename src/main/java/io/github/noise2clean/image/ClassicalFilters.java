package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Filters3D;
import ij.plugin.GaussianBlur3D;
import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.RankFilters;
import ij.process.ImageProcessor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Smoothing filters on every plane or volume, with nothing to learn: what a network has to beat.
 */
public final class ClassicalFilters {

    /** The radius of an ellipsoid that holds a cube of 3x3x3 pixels and no more. */
    private static final float CUBE = 1.75f;

    private ClassicalFilters() {}

    /**
     * A copy of the image after a median filter.
     *
     * @param radius in pixels, as in Process > Filters > Median: 1 is the full 3x3 square
     */
    public static ImagePlus median(ImagePlus image, double radius) {
        requirePositive("radius", radius);
        return filtered(image, plane -> new RankFilters().rank(plane, radius, RankFilters.MEDIAN));
    }

    /**
     * A copy of the image after a Gaussian blur.
     *
     * @param sigma the standard deviation in pixels
     */
    public static ImagePlus gaussian(ImagePlus image, double sigma) {
        requirePositive("sigma", sigma);
        return filtered(image, plane -> new GaussianBlur().blurGaussian(plane, sigma));
    }

    /**
     * A copy of the image after non-local means, with patches of 7x7 pixels sought in a window of
     * 23x23.
     *
     * @param strength h in grey levels: how much two patches may differ to count as alike
     */
    public static ImagePlus nonLocalMeans(ImagePlus image, double strength) {
        requirePositive("strength", strength);
        return filtered(image, plane -> NonLocalMeans.filter(plane, strength));
    }

    /** A copy of the image after a median of 3x3x3 pixels of every volume. */
    public static ImagePlus volumeMedian(ImagePlus image) {
        return volumesFiltered(
                image,
                volume ->
                        new ImagePlus(
                                "",
                                Filters3D.filter(
                                        volume.getStack(), Filters3D.MEDIAN, CUBE, CUBE, CUBE)));
    }

    /**
     * A copy of the image after a Gaussian blur of every volume.
     *
     * @param sigma the standard deviation along x and y in pixels
     * @param sigmaZ the same along z in slices
     */
    public static ImagePlus volumeGaussian(ImagePlus image, double sigma, double sigmaZ) {
        requirePositive("sigma", sigma);
        requirePositive("sigma", sigmaZ);
        return volumesFiltered(
                image,
                volume -> {
                    GaussianBlur3D.blur(volume, sigma, sigma, sigmaZ);
                    return volume;
                });
    }

    private static void requirePositive(String name, double size) {
        if (!(size > 0)) {
            throw new IllegalArgumentException(name + " " + size + " is not positive");
        }
    }

    /** Whole planes, whatever is selected. */
    private static ImagePlus filtered(ImagePlus image, Consumer<ImageProcessor> filter) {
        ImagePlus result = ImagePluses.blankCopy(image, false);
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor plane = result.getStack().getProcessor(i);
            plane.insert(image.getStack().getProcessor(i), 0, 0);
            plane.resetRoi();
            filter.accept(plane);
        }
        return result;
    }

    /** Volume by volume, each as a stack of its own. */
    private static ImagePlus volumesFiltered(ImagePlus image, UnaryOperator<ImagePlus> filter) {
        ImagePlus result = ImagePluses.blankCopy(image, false);
        for (int t = 1; t <= image.getNFrames(); t++)
            for (int c = 1; c <= image.getNChannels(); c++) {
                ImageStack filtered = filter.apply(volume(image, c, t)).getStack();
                for (int z = 1; z <= image.getNSlices(); z++)
                    result.getStack()
                            .getProcessor(image.getStackIndex(c, z, t))
                            .insert(filtered.getProcessor(z), 0, 0);
            }
        return result;
    }

    private static ImagePlus volume(ImagePlus image, int channel, int frame) {
        ImageStack volume = new ImageStack(image.getWidth(), image.getHeight());
        for (int z = 1; z <= image.getNSlices(); z++) {
            int plane = image.getStackIndex(channel, z, frame);
            volume.addSlice(image.getStack().getProcessor(plane).duplicate());
        }
        return new ImagePlus("", volume);
    }
}
