package io.github.noise2clean.foreign;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The channels that a network is shown or makes at once, of which steps of processing take note.
 */
record Pixels(List<RandomAccessibleInterval<FloatType>> channels) {

    Pixels {
        channels = List.copyOf(channels);
    }

    /**
     * @param together whether all channels are looked at, not just the one
     */
    RandomAccessibleInterval<FloatType> seen(int channel, boolean together) {
        return together && channels.size() > 1 ? Views.stack(channels) : channels.get(channel);
    }

    /**
     * Views of the channels.
     *
     * @param maps one for each channel
     */
    Pixels mapped(List<PixelMap> maps) {
        return new Pixels(
                IntStream.range(0, channels.size())
                        .mapToObj(c -> mapped(channels.get(c), maps.get(c)))
                        .toList());
    }

    private static RandomAccessibleInterval<FloatType> mapped(
            RandomAccessibleInterval<FloatType> channel, PixelMap map) {
        return Converters.convert(
                channel, (in, out) -> out.set(map.apply(in.get())), new FloatType());
    }
}
