package io.github.noise2clean.blocks;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Counts how often a digit of 16 bits has each value among the grey values of some blocks: the
 * first digit of all keys, or the second of those with certain first ones.
 *
 * @param wanted of each channel, the first digits whose second ones are counted; empty to count
 *     first digits
 */
record CountWork(String input, GreyKeys keys, List<List<Integer>> wanted)
        implements TaskRunner.Work<Range, CountWork.Counted> {

    /**
     * @param channels of each, the counts of first digits, or of second ones in the order in which
     *     they are wanted
     */
    record Counted(List<List<GreyCounts>> channels) implements Serializable {

        void add(Counted others) {
            for (int c = 0; c < channels.size(); c++)
                for (int i = 0; i < channels.get(c).size(); i++)
                    channels.get(c).get(i).add(others.channels.get(c).get(i));
        }
    }

    /** No pixels counted yet. */
    Counted none(int channels) {
        return new Counted(
                Stream.iterate(0, c -> c < channels, c -> c + 1)
                        .map(c -> isFirst() ? 1 : wanted.get(c).size())
                        .map(n -> Stream.generate(GreyCounts::new).limit(n).toList())
                        .toList());
    }

    @Override
    public Counted of(Range range) throws IOException {
        StoredImage image = StoredImage.open(input);
        Counted counted = none((int) image.channels());
        new ChannelBlocks(image)
                .read(
                        range,
                        (c, pixels) -> {
                            if (isFirst()) countFirst(pixels, counted.channels.get(c).get(0));
                            else countSecond(pixels, wanted.get(c), counted.channels.get(c));
                        });
        return counted;
    }

    private boolean isFirst() {
        return wanted.isEmpty();
    }

    private void countFirst(RandomAccessibleInterval<FloatType> pixels, GreyCounts counts) {
        for (Cursor<FloatType> cursor = pixels.cursor(); cursor.hasNext(); ) {
            float grey = cursor.next().get();
            if (Float.isFinite(grey)) counts.add(keys.first(grey));
        }
    }

    private void countSecond(
            RandomAccessibleInterval<FloatType> pixels,
            List<Integer> firsts,
            List<GreyCounts> counts) {
        int[] place = new int[1 << GreyKeys.DIGIT];
        for (int i = 0; i < firsts.size(); i++) place[firsts.get(i)] = i + 1;
        for (Cursor<FloatType> cursor = pixels.cursor(); cursor.hasNext(); ) {
            float grey = cursor.next().get();
            if (!Float.isFinite(grey)) continue;
            int wantedAs = place[keys.first(grey)];
            if (wantedAs > 0) counts.get(wantedAs - 1).add(keys.second(grey));
        }
    }
}
