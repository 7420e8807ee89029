package io.github.noise2clean.blocks;

import io.github.noise2clean.image.Moments;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes mean and deviation of each channel of some blocks. */
record MomentsWork(String input) implements TaskRunner.Work<Range, MomentsWork.Found> {

    /**
     * @param number of the range
     * @param channels one for each
     */
    record Found(int number, List<Moments> channels) implements Serializable {}

    @Override
    public Found of(Range range) throws IOException {
        StoredImage image = StoredImage.open(input);
        List<Moments> channels =
                new ArrayList<>(Collections.nCopies((int) image.channels(), Moments.NONE));
        new ChannelBlocks(image)
                .read(
                        range,
                        (c, pixels) -> channels.set(c, channels.get(c).plus(Moments.of(pixels))));
        return new Found(range.number(), channels);
    }
}
