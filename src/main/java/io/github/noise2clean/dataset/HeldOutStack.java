package io.github.noise2clean.dataset;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.PlaneContext;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Images of one size as a stack that a network can be given: volumes as frames; planes as frames,
 * or, each among its context, one behind the other along the axis of that.
 *
 * @param atOnce how many planes belong together
 */
public record HeldOutStack(ImagePlus image, int atOnce) {

    /**
     * @param like one of the images
     * @param images axes X, Y, CHANNEL or X, Y, Z, CHANNEL; the channels may be those of several
     *     planes
     */
    static HeldOutStack of(
            String title, TrainingImage like, List<RandomAccessibleInterval<FloatType>> images) {
        List<RandomAccessibleInterval<FloatType>> planes =
                images.stream().flatMap(image -> planes(image).stream()).toList();
        int count = planes.size() / like.channels();
        int atOnce = count / images.size();
        ImagePlus image = new ImagePlus(title, stack(planes));
        int slices = like.dimensions() == 3 ? atOnce : isAlongSlices(like) ? count : 1;
        image.setDimensions(like.channels(), slices, count / slices);
        return new HeldOutStack(image, atOnce);
    }

    /** Of a stack like this, the middle one of the planes that belong together, as frames. */
    public ImagePlus middles(ImagePlus like) {
        int channels = like.getNChannels();
        ImageStack middles = new ImageStack(like.getWidth(), like.getHeight());
        for (int plane = atOnce / 2; plane * channels < like.getStackSize(); plane += atOnce)
            for (int c = 1; c <= channels; c++)
                middles.addSlice("", like.getStack().getPixels(plane * channels + c));
        ImagePlus image = new ImagePlus(like.getTitle(), middles);
        image.setDimensions(channels, 1, middles.size() / channels);
        return image;
    }

    private static ImageStack stack(List<RandomAccessibleInterval<FloatType>> planes) {
        RandomAccessibleInterval<FloatType> first = planes.get(0);
        ImageStack stack = new ImageStack((int) first.dimension(0), (int) first.dimension(1));
        planes.forEach(plane -> stack.addSlice("", PatchPlace.whole(plane).read(plane)));
        return stack;
    }

    private static boolean isAlongSlices(TrainingImage image) {
        return image.context().map(PlaneContext::along).filter(Axis.Z::equals).isPresent();
    }

    /** Channels first, then slices. */
    private static List<RandomAccessibleInterval<FloatType>> planes(
            RandomAccessibleInterval<FloatType> image) {
        if (image.numDimensions() == 2) return List.of(image);
        List<RandomAccessibleInterval<FloatType>> planes = new ArrayList<>();
        for (long i = image.min(2); i <= image.max(2); i++)
            planes.addAll(planes(Views.hyperSlice(image, 2, i)));
        return planes;
    }
}
