package io.github.noise2clean.metric;

import ij.ImagePlus;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** What a comparison gives one {@link Quality} each. */
public enum ComparedPart {

    /** Every X,Y plane, whatever its channel, with a 2-D window. */
    PLANE(EnumSet.noneOf(Axis.class)),

    /** Every X,Y plane with its channels averaged, as is usual for RGB. */
    COLOUR_PLANE(EnumSet.of(Axis.CHANNEL)),

    /** Every X,Y,Z volume with a 3-D window. */
    VOLUME(EnumSet.of(Axis.Z));

    private final Set<Axis> covered;

    /**
     * @param covered the axes that a part extends along, beside X and Y
     */
    ComparedPart(Set<Axis> covered) {
        this.covered = covered;
    }

    /** The part for an image: volumes if asked for, otherwise planes, with all colours of RGB. */
    public static ComparedPart of(ImagePlus image, boolean volume) {
        if (volume) return VOLUME;
        return image.getType() == ImagePlus.COLOR_RGB ? COLOUR_PLANE : PLANE;
    }

    /** Where each part lies, in ImageJ's stack order. */
    List<PartIndex> indices(AxisImage image) {
        return positions(image, Axis.TIME).flatMap(frame -> indices(image, frame)).toList();
    }

    /**
     * What is measured of each piece of each part; of one piece, but for the channels of a colour.
     */
    <T> List<List<T>> measure(ImagePair pair, PieceMetric<T> metric) {
        List<List<RandomAccessibleInterval<FloatType>>> references = parts(pair.reference());
        List<List<RandomAccessibleInterval<FloatType>>> tests = parts(pair.test());
        return IntStream.range(0, references.size())
                .mapToObj(i -> measure(references.get(i), tests.get(i), metric))
                .toList();
    }

    /** What a window is moved over: planes or volumes, in ImageJ's stack order. */
    List<RandomAccessibleInterval<FloatType>> pieces(AxisImage image) {
        return this == VOLUME ? image.volumes() : image.planes();
    }

    private static <T> List<T> measure(
            List<RandomAccessibleInterval<FloatType>> references,
            List<RandomAccessibleInterval<FloatType>> tests,
            PieceMetric<T> metric) {
        return IntStream.range(0, references.size())
                .mapToObj(i -> metric.of(references.get(i), tests.get(i)))
                .toList();
    }

    private List<List<RandomAccessibleInterval<FloatType>>> parts(AxisImage image) {
        if (this != COLOUR_PLANE) return pieces(image).stream().map(List::of).toList();
        var channels = image.channels().stream().map(AxisImage::planes).toList();
        return IntStream.range(0, channels.get(0).size())
                .mapToObj(i -> channels.stream().map(planes -> planes.get(i)).toList())
                .toList();
    }

    private Stream<PartIndex> indices(AxisImage image, OptionalInt frame) {
        return positions(image, Axis.Z)
                .flatMap(
                        slice ->
                                positions(image, Axis.CHANNEL)
                                        .map(channel -> new PartIndex(channel, slice, frame)));
    }

    private Stream<OptionalInt> positions(AxisImage image, Axis axis) {
        if (covered.contains(axis)) return Stream.of(OptionalInt.empty());
        return IntStream.rangeClosed(1, (int) image.size(axis)).mapToObj(OptionalInt::of);
    }
}
