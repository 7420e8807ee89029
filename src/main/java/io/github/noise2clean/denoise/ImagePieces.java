package io.github.noise2clean.denoise;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.DenoisingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image and what it becomes, cut into what a network is given at once: planes or volumes, of one
 * channel or of as many as it takes; planes may come along with their neighbours.
 *
 * @param noisy with those planes as well that only come along
 * @param maps of the image's size and axes but for such planes, to be filled
 */
record ImagePieces(DenoisingModel model, AxisImage noisy, List<AxisImage> maps) {

    ImagePieces {
        maps = List.copyOf(maps);
    }

    /**
     * The pieces of one channel.
     *
     * @param shown of each piece, the planes that are shown at once
     * @param made of each map, its pieces
     */
    private record Channel(List<List<ShownChannel>> shown, List<List<MadeChannel>> made) {}

    /**
     * Each piece as often as there are maps, in the order of these.
     *
     * @param intensities of each channel
     */
    List<List<ImagePiece>> all(List<IntensityMap> intensities) {
        int atOnce = model.outputChannels();
        List<List<ImagePiece>> pieces = new ArrayList<>();
        for (int c = 0; c < intensities.size(); c += atOnce)
            pieces.addAll(
                    together(
                            IntStream.range(c, c + atOnce)
                                    .mapToObj(i -> channel(i, intensities.get(i)))
                                    .toList()));
        return pieces;
    }

    private Channel channel(int index, IntensityMap intensities) {
        return new Channel(
                surroundings(index).stream().map(planes -> shown(planes, intensities)).toList(),
                maps.stream()
                        .map(map -> pieces(map.channels().get(index)))
                        .map(pieces -> made(pieces, intensities))
                        .toList());
    }

    private static List<ShownChannel> shown(
            List<RandomAccessibleInterval<FloatType>> planes, IntensityMap intensities) {
        return planes.stream().map(plane -> new ShownChannel(plane, intensities)).toList();
    }

    private static List<MadeChannel> made(
            List<RandomAccessibleInterval<FloatType>> pieces, IntensityMap intensities) {
        return pieces.stream().map(piece -> new MadeChannel(piece, intensities)).toList();
    }

    private List<List<ImagePiece>> together(List<Channel> channels) {
        return IntStream.range(0, channels.get(0).shown().size())
                .mapToObj(piece -> together(channels, piece))
                .toList();
    }

    private List<ImagePiece> together(List<Channel> channels, int piece) {
        List<ShownChannel> shown = shown(channels, piece);
        return IntStream.range(0, maps.size())
                .mapToObj(map -> channels.stream().map(c -> c.made().get(map).get(piece)).toList())
                .map(made -> new ImagePiece(shown, made))
                .toList();
    }

    /** Plane by plane the channels of each. */
    private static List<ShownChannel> shown(List<Channel> channels, int piece) {
        int planes = channels.get(0).shown().get(piece).size();
        return IntStream.range(0, planes)
                .boxed()
                .flatMap(p -> channels.stream().map(c -> c.shown().get(piece).get(p)))
                .toList();
    }

    /** Each piece with the planes that are shown along with it. */
    private List<List<RandomAccessibleInterval<FloatType>>> surroundings(int index) {
        AxisImage channel = noisy.channels().get(index);
        return model.context()
                .map(planes -> planes.around(channel, wanted(index)))
                .orElseGet(() -> pieces(channel).stream().map(List::of).toList());
    }

    private Interval wanted(int index) {
        return maps.get(0).channels().get(index).pixels();
    }

    private List<RandomAccessibleInterval<FloatType>> pieces(AxisImage channel) {
        return model.dimensions() == 3 ? channel.volumes() : channel.planes();
    }
}
