package io.github.noise2clean.denoise;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.denoise.RegionDenoiser.Region;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.PlaneReader;
import io.github.noise2clean.tensor.OutOfMemory;
import java.awt.Rectangle;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A denoised stack whose slices are made when they are looked at, each as it comes out where all of
 * the stack is denoised.
 *
 * <p>Until it is closed, it needs the planes of the noisy stack, which outlive their window. The
 * network is closed with it, or when its image has left the memory.
 */
public final class SlicesOnDemand implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int COLOURS = 3;

    private final ImagePlus noisy;
    private final RegionDenoiser regions;
    private final int channels;
    private final ImagePlus image;
    private final Cleaner.Cleanable network;
    private volatile boolean closed;
    private volatile DenoisingListener listener;

    /**
     * Looks at all of the stack, and makes its first slice.
     *
     * @param denoiser which belongs to this if there is no exception
     * @param listener is told of the first slice, and can stop it
     * @param notes is told in a sentence why slices are black
     * @throws IllegalArgumentException with a sentence for the user, if the model cannot denoise
     *     the stack, or not slice by slice
     * @throws CancellationException if the listener stops the work
     */
    public SlicesOnDemand(
            ImageDenoiser denoiser,
            ImagePlus noisy,
            DenoisingListener listener,
            Consumer<String> notes) {
        requireSlices(denoiser);
        boolean asFloat = denoiser.settings().asFloat();
        this.noisy = noisy;
        this.listener = listener;
        this.channels = asFloat && noisy.getBitDepth() == 24 ? COLOURS : noisy.getNChannels();
        this.regions = new RegionDenoiser(denoiser, noisy);
        this.image = ImagePluses.onDemand(noisy, asFloat, this::made, notes);
        regions.provenance().properties(denoiser.settings()).forEach(image::setProp);
        this.listener = new UntilClosed();
        this.network = CLEANER.register(this, denoiser::close);
        noisy.setIgnoreFlush(true);
    }

    /** With the type, size and all else of what the denoiser makes of the noisy stack. */
    public ImagePlus image() {
        return image;
    }

    /** Slices that were not looked at by now are black. */
    @Override
    public void close() {
        closed = true;
        closeNetwork();
    }

    /** Waits for a slice that is being made. */
    private synchronized void closeNetwork() {
        network.clean();
        noisy.setIgnoreFlush(false);
    }

    private synchronized PlaneReader.Group made(int plane) {
        if (closed) throw new IllegalStateException("Its image was closed before it was made.");
        int position = plane / channels;
        int slice = 1 + position % noisy.getNSlices();
        int frame = 1 + position / noisy.getNSlices();
        Rectangle all = new Rectangle(noisy.getWidth(), noisy.getHeight());
        Region region = new Region(all, slice, frame);
        ImageStack made = OutOfMemory.typed(() -> regions.denoise(region, listener)).getStack();
        List<Object> planes = IntStream.rangeClosed(1, channels).mapToObj(made::getPixels).toList();
        return new PlaneReader.Group(position * channels, planes);
    }

    private static void requireSlices(ImageDenoiser denoiser) {
        if (denoiser.settings().estimate() != Estimate.PLAIN)
            throw new IllegalArgumentException(
                    "Slices that are computed when they are looked at are one guess each: choose the"
                            + " uncertainty none.");
        if (denoiser.reaches().size() > 2)
            throw Refusal.of(
                    denoiser.model(),
                    "sees all slices at once, so that none can be computed by itself");
    }

    private final class UntilClosed implements DenoisingListener {

        @Override
        public boolean isStopped() {
            return closed;
        }
    }
}
