package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.RankFilters;
import ij.process.ImageProcessor;
import java.util.function.Consumer;

/** Smoothing filters on every plane, with nothing to learn: what a network has to beat. */
public final class ClassicalFilters {

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
}
