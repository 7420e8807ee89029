package io.github.noise2clean.blocks;

import io.github.noise2clean.denoise.TileGrid;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.zarr.ChunkGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * How a stored image is cut into blocks.
 *
 * @param tiles of all the image
 * @param blocks of whole chunks
 */
record BlockPlan(StoredImage image, TileGrid tiles, BlockGrid blocks) {

    private static final double PERCENT = 100;

    /**
     * @param wanted pixels along x and y, or x, y and z; none for the usual ones
     * @throws IllegalArgumentException with a sentence for the user, if there can be no such blocks
     */
    static BlockPlan of(
            StoredImage image, DenoisingModel model, TileGrid tiles, List<Integer> wanted) {
        BlockShape shape = new BlockShape(image.grid());
        long[] least = least(image, model, tiles);
        int[] block =
                wanted.isEmpty()
                        ? shape.usual(least, grows(image, model))
                        : shape.filledUp(wanted(image, least, wanted));
        BlockPlan plan = new BlockPlan(image, tiles, BlockGrid.of(image.grid().shape(), block));
        plan.requireArrays();
        return plan;
    }

    /** A tile, in all channels if the network takes them together. */
    private static long[] least(StoredImage image, DenoisingModel model, TileGrid tiles) {
        long[] least = image.axes().exchanged(tiles.tile());
        int channels = image.axes().dimension(Axis.CHANNEL);
        if (model.outputChannels() > 1) least[channels] = image.channels();
        return least;
    }

    private static IntPredicate grows(StoredImage image, DenoisingModel model) {
        Set<Axis> seen =
                model.dimensions() == 3 ? Set.of(Axis.X, Axis.Y, Axis.Z) : Set.of(Axis.X, Axis.Y);
        return d -> seen.contains(image.axes().stored().get(d));
    }

    private static long[] wanted(StoredImage image, long[] least, List<Integer> wanted) {
        if (wanted.size() == 3 && image.axes().dimension(Axis.Z) < 0)
            throw new IllegalArgumentException(
                    "The image has no z axis: give the block's pixels along x and y only.");
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.Z);
        long[] block = least.clone();
        for (int i = 0; i < wanted.size(); i++)
            block[image.axes().dimension(axes.get(i))] = wanted.get(i);
        return block;
    }

    /** Java's arrays hold no more. */
    private void requireArrays() {
        long pixels = Intervals.numElements(seen(middle()));
        if (pixels > Integer.MAX_VALUE - 8)
            throw new IllegalArgumentException(
                    "A block of %s would need %d pixels at once, more than 2 billion: give smaller ones."
                            .formatted(text(blocks.grid().chunk()), pixels));
    }

    /** What is read for a block. */
    private Interval seen(Interval block) {
        return tiles.seen(image.axes().exchanged(block));
    }

    private Interval middle() {
        return blocks.at(blocks.count() / 2);
    }

    /** About the bytes that a block takes in Java's memory. */
    double bytesOfBlock() {
        int stored = image.array().header().type().bytes();
        return (double) (Float.BYTES + stored)
                * (Intervals.numElements(seen(middle())) + Intervals.numElements(middle()));
    }

    /** How many more windows the network is shown than if the image were one block, in percent. */
    double percentTwice() {
        AxisImage outline = image.outline();
        double ratio = 1;
        for (int d = 0; d < outline.axes().size(); d++)
            ratio *= (double) windowsOfSlabs(d) / tiles.windows(outline.pixels());
        return PERCENT * (ratio - 1);
    }

    /** Of blocks along one axis that hold all the others. */
    private long windowsOfSlabs(int d) {
        Interval all = image.outline().pixels();
        long step = image.axes().exchanged(Intervals.dimensionsAsLongArray(blocks.at(0)))[d];
        long windows = 0;
        for (long first = 0; first < all.dimension(d); first += step) {
            long[] min = all.minAsLongArray();
            long[] max = all.maxAsLongArray();
            min[d] = first;
            max[d] = Math.min(max[d], first + step - 1);
            windows += tiles.windows(new FinalInterval(min, max));
        }
        return windows;
    }

    /** The image, such as "2048 x 2048 x 60 (x, y, z), uint16, in chunks of 64 x 64 x 64". */
    String imageText() {
        ChunkGrid grid = image.grid();
        return "%s (%s), %s, in chunks of %s"
                .formatted(
                        text(grid.shape()),
                        image.axes().stored().stream()
                                .map(axis -> axis.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        image.array().header().type().name().toLowerCase(Locale.ROOT),
                        text(grid.chunk()));
    }

    /** Such as "120 blocks of 512 x 512 x 64 pixels, for which 3.1 % of the tiles ...". */
    String blocksText() {
        return String.format(
                Locale.ROOT,
                "%s of %s pixels, for which %.1f %% more tiles are computed than for one",
                blocks.count() == 1 ? "1 block" : blocks.count() + " blocks",
                text(blocks.grid().chunk()),
                percentTwice());
    }

    private static String text(int[] sizes) {
        return text(IntStream.of(sizes).asLongStream().toArray());
    }

    private static String text(long[] sizes) {
        return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
