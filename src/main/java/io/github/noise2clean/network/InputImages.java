package io.github.noise2clean.network;

import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;
import java.util.Optional;

/**
 * The images that a network is made for.
 *
 * @param dimensions spatial axes: 2 for planes, 3 for volumes
 * @param channels denoised together
 * @param sliceDistance how far apart the slices of a volume are, in pixel widths; 1 for planes
 * @param context the planes that are shown along with each, which is denoised
 */
public record InputImages(
        int dimensions, int channels, double sliceDistance, Optional<PlaneContext> context) {

    private static final int MOST_CHANNELS = 64;

    public InputImages {
        if (dimensions < 2 || dimensions > 3)
            throw new IllegalArgumentException("dimensions " + dimensions);
        if (channels < 1 || channels > MOST_CHANNELS)
            throw new IllegalArgumentException(
                    "A network takes 1 to %d channels together, not %d."
                            .formatted(MOST_CHANNELS, channels));
        if (context.isPresent() && dimensions != 2)
            throw new IllegalArgumentException(
                    "Neighbouring planes are shown along with planes, not with volumes.");
        if (!(sliceDistance > 0) || Double.isInfinite(sliceDistance))
            throw new IllegalArgumentException(
                    "Slices must be more than 0 pixel widths apart, not " + sliceDistance + ".");
    }

    /** Planes or volumes by themselves. */
    public InputImages(int dimensions, int channels, double sliceDistance) {
        this(dimensions, channels, sliceDistance, Optional.empty());
    }

    /** Grey planes. */
    public static InputImages planes() {
        return of(2);
    }

    /** Grey planes, or volumes whose slices are as far apart as pixels. */
    public static InputImages of(int dimensions) {
        return new InputImages(dimensions, 1, 1);
    }

    /** What enters the network: plane by plane, the channels of each. */
    Value input(GraphBuilder net) {
        return net.input(channels * context.map(PlaneContext::planes).orElse(1));
    }

    /** The channels of what enters that are to be denoised. */
    Value denoised(GraphBuilder net, Value input) {
        return context.isEmpty()
                ? input
                : net.narrow(input, context.get().reach() * channels, channels);
    }

    /** What it was before there was a context, where there is none: checkpoints tell it by this. */
    @Override
    public String toString() {
        String around = context.map(planes -> ", context=" + planes).orElse("");
        return "InputImages[dimensions=%d, channels=%d, sliceDistance=%s%s]"
                .formatted(dimensions, channels, sliceDistance, around);
    }

    /**
     * How the size is divided on the way down from a level, slowest axis first: slices only once
     * the pixels of the level are at least about as far apart as they are.
     *
     * @param level 0 for full resolution
     */
    List<Integer> halving(int level) {
        if (dimensions == 2) return List.of(2, 2);
        boolean coarser = sliceDistance > Math.sqrt(2) * Math.pow(2, level);
        return List.of(coarser ? 1 : 2, 2, 2);
    }
}
