package io.github.noise2clean.denoise;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Span;
import java.awt.Rectangle;
import java.util.List;

/**
 * Denoises regions of an open image, each as it comes out where all of the image is denoised: by
 * the intensities of the whole, which are found once, and among all that the network must see.
 */
public final class RegionDenoiser {

    private final ImageDenoiser denoiser;
    private final ImagePlus noisy;
    private final List<IntensityMap> intensities;

    /**
     * A part of one plane.
     *
     * @param box within the image
     * @param slice from 1
     * @param frame from 1
     */
    public record Region(Rectangle box, int slice, int frame) {

        public Region {
            box = new Rectangle(box);
        }
    }

    /**
     * Looks at all of the image, which may take a while; the denoiser is left open.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the model cannot denoise
     *     the image, or none of it before it has made all of it
     */
    public RegionDenoiser(ImageDenoiser denoiser, ImagePlus noisy) {
        this.denoiser = denoiser;
        this.noisy = noisy;
        AxisImage pixels = denoiser.settings().axes().of(ImagePluses.glance(noisy));
        this.intensities = denoiser.intensities(pixels);
    }

    /**
     * All channels of the region, in an image of its size with the type and colours of the whole.
     *
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public ImagePlus denoise(Region region, DenoisingListener listener) {
        Cut cut = cut(region);
        ImagePlus part = part(cut);
        DenoisedImage made = DenoisedImage.blank(part, denoiser.settings());
        List<AxisImage> maps = made.maps().stream().map(denoiser.settings().axes()::of).toList();
        AxisImage shown = denoiser.settings().axes().of(ImagePluses.view(part));
        denoiser.denoise(shown, maps, intensities, listener);
        return cropped(made.image(), region, cut);
    }

    /** Of what is made of the whole image. */
    Provenance provenance() {
        return denoiser.provenance(intensities);
    }

    /** What the network must see of an image: columns, rows, slices and frames, from 0. */
    private record Cut(Span columns, Span rows, Span slices, Span frames) {}

    private Cut cut(Region region) {
        Rectangle box = region.box();
        int last = denoiser.reaches().size() - 1;
        return new Cut(
                seen(last, new Span(box.x, box.x + box.width - 1L), noisy.getWidth()),
                seen(last - 1, new Span(box.y, box.y + box.height - 1L), noisy.getHeight()),
                planes(Axis.Z, region.slice() - 1L, noisy.getNSlices()),
                planes(Axis.TIME, region.frame() - 1L, noisy.getNFrames()));
    }

    /** Of a network for one size, all. */
    private Span seen(int axis, Span wanted, long size) {
        AxisReach reach = denoiser.reaches().get(axis);
        return reach.isFixed() ? new Span(0, size - 1) : within(reach.sourceFor(wanted), size);
    }

    private static Span within(Span span, long size) {
        return new Span(Math.max(0, span.first()), Math.min(size - 1, span.last()));
    }

    /**
     * Slices and frames may have been exchanged by the settings; one of them is 1 then. What is
     * shown to a network of volumes has several slices.
     */
    private Span planes(Axis axis, long plane, long size) {
        Span wanted = new Span(plane, plane);
        if (size == 1) return wanted;
        Axis meant = denoiser.settings().axes().of(axis);
        if (meant == Axis.Z && denoiser.reaches().size() == 3)
            return seen(0, new Span(plane - 1, plane + 1), size);
        return denoiser.context()
                .filter(context -> context.along() == meant)
                .map(context -> around(context, plane, size))
                .orElse(wanted);
    }

    /** Where the stack ends, the other side has the planes that are missing on this one. */
    private static Span around(PlaneContext context, long plane, long size) {
        long first = Math.min(plane - context.reach(), size - context.planes());
        long last = Math.max(plane + context.reach(), context.planes() - 1L);
        return within(new Span(first, last), size);
    }

    private ImagePlus part(Cut cut) {
        ImageStack planes = new ImageStack(length(cut.columns()), length(cut.rows()));
        for (long frame = cut.frames().first(); frame <= cut.frames().last(); frame++)
            for (long slice = cut.slices().first(); slice <= cut.slices().last(); slice++)
                for (int channel = 1; channel <= noisy.getNChannels(); channel++)
                    planes.addSlice(plane(channel, (int) slice + 1, (int) frame + 1, cut));
        ImagePlus part = new ImagePlus(noisy.getTitle(), planes);
        part.setDimensions(noisy.getNChannels(), length(cut.slices()), length(cut.frames()));
        return shownAlike(part);
    }

    private ImageProcessor plane(int channel, int slice, int frame, Cut cut) {
        ImageProcessor plane = plane(channel, slice, frame);
        plane.setRoi(
                (int) cut.columns().first(),
                (int) cut.rows().first(),
                length(cut.columns()),
                length(cut.rows()));
        return plane.crop();
    }

    /** A single image is not asked for its stack, since that would change it. */
    private ImageProcessor plane(int channel, int slice, int frame) {
        return noisy.getStackSize() == 1
                ? noisy.getProcessor().duplicate()
                : noisy.getStack().getProcessor(noisy.getStackIndex(channel, slice, frame));
    }

    private ImagePlus shownAlike(ImagePlus part) {
        if (noisy.isComposite()) {
            CompositeImage composite = new CompositeImage(part, noisy.getDisplayMode());
            composite.copyLuts(noisy);
            return composite;
        }
        if (noisy.getType() != ImagePlus.COLOR_RGB) {
            part.getProcessor().setLut(noisy.getProcessor().getLut());
            part.setDisplayRange(noisy.getDisplayRangeMin(), noisy.getDisplayRangeMax());
        }
        return part;
    }

    /** Without what the network had to see beside the region. */
    private ImagePlus cropped(ImagePlus made, Region region, Cut cut) {
        Rectangle box = region.box();
        made.setRoi(
                (int) (box.x - cut.columns().first()),
                (int) (box.y - cut.rows().first()),
                box.width,
                box.height);
        int slice = (int) (region.slice() - cut.slices().first());
        int frame = (int) (region.frame() - cut.frames().first());
        return new Duplicator().run(made, 1, made.getNChannels(), slice, slice, frame, frame);
    }

    private static int length(Span span) {
        return Math.toIntExact(span.size());
    }
}
