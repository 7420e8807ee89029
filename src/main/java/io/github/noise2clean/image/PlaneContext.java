package io.github.noise2clean.image;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The neighbouring slices or frames that a network is shown along with each plane.
 *
 * <p>Where a stack ends, the planes that are missing on one side are those of the other side: none
 * is ever the plane itself, whose noise the network would see twice.
 *
 * @param reach how many planes on either side
 * @param along Z or TIME
 */
public record PlaneContext(int reach, Axis along) {

    private static final int MOST = 16;

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the reach is not 1 to 16
     */
    public PlaneContext {
        if (along != Axis.Z && along != Axis.TIME)
            throw new IllegalArgumentException("context along " + along);
        if (reach < 1 || reach > MOST)
            throw new IllegalArgumentException(
                    "A network is shown 1 to %d planes on either side, not %d."
                            .formatted(MOST, reach));
    }

    /**
     * @param axis as users write it: z or t
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static PlaneContext of(int reach, String axis) {
        return switch (axis.strip().toLowerCase(Locale.ROOT)) {
            case "z" -> new PlaneContext(reach, Axis.Z);
            case "t" -> new PlaneContext(reach, Axis.TIME);
            default ->
                    throw new IllegalArgumentException(
                            "Planes have no neighbours along '" + axis + "': choose z or t.");
        };
    }

    /** As users write it. */
    public String axis() {
        return along == Axis.Z ? "z" : "t";
    }

    /** For people. */
    public String sentence() {
        return "each plane with %d more on either side along %s".formatted(reach, axis());
    }

    /** How many planes are shown at once; a stack must have as many. */
    public int planes() {
        return 2 * reach + 1;
    }

    /**
     * For each plane, in their order, those from {@code reach} before to {@code reach} behind it.
     *
     * @param channel without other channels, of enough planes
     */
    public List<List<RandomAccessibleInterval<FloatType>>> around(AxisImage channel) {
        return around(channel, channel.pixels());
    }

    /**
     * The same for some of the planes.
     *
     * @param wanted with the axes of {@code channel}, of which only that of the context counts
     */
    public List<List<RandomAccessibleInterval<FloatType>>> around(
            AxisImage channel, Interval wanted) {
        if (channel.size(Axis.CHANNEL) > 1 || channel.size(along) < planes())
            throw new IllegalArgumentException(this + " of " + channel);
        List<RandomAccessibleInterval<FloatType>> planes = channel.planes();
        int axis = channel.axes().indexOf(along);
        long before = wanted.min(axis) - channel.pixels().min(axis);
        return IntStream.range(0, planes.size())
                .filter(
                        plane ->
                                isInside(position(plane, channel) - before, wanted.dimension(axis)))
                .mapToObj(plane -> around(plane, channel).mapToObj(planes::get).toList())
                .toList();
    }

    /** The numbers of the planes around one. */
    private IntStream around(int plane, AxisImage channel) {
        int count = Math.toIntExact(channel.size(along));
        int step = step(channel);
        int position = position(plane, channel);
        return IntStream.rangeClosed(-reach, reach)
                .map(offset -> isInside(position + offset, count) ? offset : -offset)
                .map(offset -> plane + offset * step);
    }

    private int position(int plane, AxisImage channel) {
        return (int) (plane / step(channel) % channel.size(along));
    }

    private int step(AxisImage channel) {
        return along == Axis.Z ? 1 : Math.toIntExact(channel.size(Axis.Z));
    }

    private static boolean isInside(long position, long count) {
        return position >= 0 && position < count;
    }
}
