package io.github.noise2clean.blocks;

import io.github.noise2clean.image.Axis;
import java.io.IOException;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads all of an image block by block and channel by channel; the blocks depend on its size and
 * its chunks alone.
 */
record ChannelBlocks(StoredImage image) {

    /** So many results are sent at most. */
    private static final int MOST_TASKS = 256;

    /** Is given the pixels of one channel of a block. */
    interface Use {
        void pixels(int channel, RandomAccessibleInterval<FloatType> pixels);
    }

    List<Range> ranges() {
        return Range.of(blocks().count(), MOST_TASKS);
    }

    void read(Range range, Use use) throws IOException {
        for (long i = range.first(); i < range.end(); i++) read(blocks().at(i), use);
    }

    private void read(Interval block, Use use) throws IOException {
        List<RandomAccessibleInterval<FloatType>> channels =
                image.channels(image.array().floats(block));
        int d = image.axes().dimension(Axis.CHANNEL);
        int first = d < 0 ? 0 : (int) block.min(d);
        for (int i = 0; i < channels.size(); i++) use.pixels(first + i, channels.get(i));
    }

    private BlockGrid blocks() {
        return new BlockShape(image.grid()).usual();
    }
}
