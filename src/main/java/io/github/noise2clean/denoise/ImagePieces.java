package io.github.noise2clean.denoise;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.network.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image and what it becomes, cut into what a network is given at once: planes or volumes, of one
 * channel or of as many as it takes.
 *
 * @param maps of the image's size and axes, to be filled
 */
record ImagePieces(Graph graph, AxisImage noisy, List<AxisImage> maps) {

    ImagePieces {
        maps = List.copyOf(maps);
    }

    /**
     * Each piece as often as there are maps, in the order of these.
     *
     * @param intensities of each channel
     */
    List<List<ImagePiece>> all(List<IntensityMap> intensities) {
        List<List<ImagePiece>> ofMaps = maps.stream().map(map -> of(map, intensities)).toList();
        return IntStream.range(0, ofMaps.get(0).size())
                .mapToObj(i -> ofMaps.stream().map(pieces -> pieces.get(i)).toList())
                .toList();
    }

    private List<ImagePiece> of(AxisImage map, List<IntensityMap> intensities) {
        List<List<PieceChannel>> channels = new ArrayList<>();
        for (int c = 0; c < intensities.size(); c++)
            channels.add(
                    channel(
                            pieces(noisy.channels().get(c)),
                            pieces(map.channels().get(c)),
                            intensities.get(c)));
        return together(channels);
    }

    private List<RandomAccessibleInterval<FloatType>> pieces(AxisImage channel) {
        return graph.dimensions() == 3 ? channel.volumes() : channel.planes();
    }

    private static List<PieceChannel> channel(
            List<RandomAccessibleInterval<FloatType>> noisy,
            List<RandomAccessibleInterval<FloatType>> denoised,
            IntensityMap intensities) {
        return IntStream.range(0, noisy.size())
                .mapToObj(i -> new PieceChannel(noisy.get(i), denoised.get(i), intensities))
                .toList();
    }

    private List<ImagePiece> together(List<List<PieceChannel>> channels) {
        int atOnce = graph.inputChannels();
        List<ImagePiece> pieces = new ArrayList<>();
        for (int c = 0; c < channels.size(); c += atOnce)
            pieces.addAll(joined(channels.subList(c, c + atOnce)));
        return pieces;
    }

    /** The same piece of every channel, for all pieces. */
    private static List<ImagePiece> joined(List<List<PieceChannel>> channels) {
        return IntStream.range(0, channels.get(0).size())
                .mapToObj(i -> new ImagePiece(channels.stream().map(c -> c.get(i)).toList()))
                .toList();
    }
}
