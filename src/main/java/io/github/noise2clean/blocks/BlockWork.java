package io.github.noise2clean.blocks;

import io.github.noise2clean.blocks.ProcessNetwork.BlockPixels;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.TileGrid;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/** Denoises the block of a number and writes it. */
record BlockWork(BlockJob job) implements TaskRunner.Work<Long, BlockReport> {

    /**
     * @throws IOException with a sentence that names the block
     */
    @Override
    public BlockReport of(Long number) throws IOException {
        StoredImage output = StoredImage.open(job.places().output());
        Interval block = BlockGrid.of(output.grid().shape(), job.block()).at(number);
        List<String> notes = new ArrayList<>();
        try {
            output.write(denoised(block, listener(notes)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "Block %d, %s: %s".formatted(number, Intervals.toString(block), e.getMessage()),
                    e);
        }
        return new BlockReport(Intervals.numElements(block), notes);
    }

    private RandomAccessibleInterval<FloatType> denoised(Interval block, DenoisingListener listener)
            throws IOException {
        StoredImage input = StoredImage.open(job.places().input());
        ProcessNetwork network = ProcessNetwork.of(job.network());
        TileGrid grid = new TileGrid(network.model(), input.outline(), job.tile());
        AxisOrder axes = input.axes();
        AxisImage seen = input.read(axes.exchanged(grid.seen(axes.exchanged(block))));
        RandomAccessibleInterval<FloatType> denoised = StoredImage.blank(block);
        AxisImage target = new AxisImage(axes.exchanged(denoised), axes.ordered());
        network.denoise(grid, new BlockPixels(seen, target), maps(axes, block), listener);
        return denoised;
    }

    /** Of the channels of the block. */
    private List<IntensityMap> maps(AxisOrder axes, Interval block) {
        int d = axes.dimension(Axis.CHANNEL);
        if (d < 0) return job.intensities();
        return job.intensities().subList((int) block.min(d), (int) block.max(d) + 1);
    }

    /** An interrupted thread stops at the next tile. */
    private static DenoisingListener listener(List<String> notes) {
        return new DenoisingListener() {
            @Override
            public void tilesDivided(String how) {
                notes.add(
                        "The memory ran out: a block goes on with "
                                + how
                                + ", so that its last bits may differ. Give a smaller --tile.");
            }

            @Override
            public boolean isStopped() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }
}
