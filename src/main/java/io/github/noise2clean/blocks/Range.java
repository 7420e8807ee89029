package io.github.noise2clean.blocks;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Blocks that are read one after the other.
 *
 * @param number of the range, from 0
 * @param first block
 * @param end the block behind the last one
 */
record Range(int number, long first, long end) implements Serializable {

    /** Some ranges of similar length that hold all blocks. */
    static List<Range> of(long blocks, int most) {
        int count = (int) Math.min(blocks, most);
        return IntStream.range(0, count)
                .mapToObj(i -> new Range(i, at(i, count, blocks), at(i + 1, count, blocks)))
                .toList();
    }

    private static long at(int number, int count, long blocks) {
        return Math.multiplyExact(blocks, number) / count;
    }
}
