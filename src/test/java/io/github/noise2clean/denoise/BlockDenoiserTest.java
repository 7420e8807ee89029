package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class BlockDenoiserTest {

    private static final Normalization OF_ALL = new Normalization.Percentile(1, 99);
    private static final List<Axis> PLANES = Axis.parse("XYZT");
    private static final List<Axis> COLOURS = Axis.parse("XYCT");

    private static final float RANGE = 100;

    /** In shares of the range. */
    private static final float PRECISION = 1e-6f;

    @Test
    void planesAreTheSameWhateverTheBlocks() throws IOException {
        AxisImage noisy = random(PLANES, 131, 97, 3, 2);
        assertBlocksEqualTheWhole(
                planar(),
                noisy,
                new long[] {32, 32, 1, 1},
                List.of(
                        new long[] {32, 32, 1, 1},
                        new long[] {64, 96, 2, 1},
                        new long[] {13, 50, 3, 2},
                        new long[] {131, 97, 3, 2}));
    }

    @Test
    void volumesAreTheSameWhateverTheBlocks() throws IOException {
        var net = new ResBlockAutoencoder(3, 2, 1, 1, true, Head.RESIDUAL);
        AxisImage noisy = random(PLANES, 61, 45, 19, 2);
        assertBlocksEqualTheWhole(
                TestModels.random(net.graph(), OF_ALL),
                noisy,
                new long[] {16, 16, 8, 1},
                List.of(
                        new long[] {16, 16, 8, 1},
                        new long[] {32, 48, 19, 1},
                        new long[] {25, 7, 5, 2}));
    }

    @Test
    void planesAmongTheirNeighboursAreTheSameWhateverTheBlocks() throws IOException {
        for (Axis along : List.of(Axis.Z, Axis.TIME)) {
            PlaneContext context = new PlaneContext(1, along);
            InputImages images = new InputImages(2, 1, 1, Optional.of(context));
            assertBlocksEqualTheWhole(
                    TestModels.random(images, OF_ALL),
                    random(PLANES, 50, 41, 5, 4),
                    new long[] {16, 16, 1, 1},
                    List.of(
                            new long[] {16, 32, 1, 1},
                            new long[] {50, 41, 2, 3},
                            new long[] {50, 41, 5, 1}));
        }
    }

    @Test
    void channelsTogetherAreTheSameWhateverTheBlocks() throws IOException {
        assertBlocksEqualTheWhole(
                TestModels.random(new InputImages(2, 3, 3, Optional.empty()), OF_ALL),
                random(COLOURS, 50, 41, 3, 2),
                new long[] {16, 16, 1, 1},
                List.of(new long[] {16, 32, 3, 1}, new long[] {50, 41, 3, 2}));
    }

    @Test
    void channelsByThemselvesAreTheSameWhateverTheBlocks() throws IOException {
        assertBlocksEqualTheWhole(
                planar(),
                random(COLOURS, 50, 41, 3, 2),
                new long[] {16, 16, 1, 1},
                List.of(new long[] {16, 32, 1, 1}, new long[] {50, 41, 2, 2}));
    }

    @Test
    void anImageSmallerThanTheNetworksStepIsDenoised() throws IOException {
        assertBlocksEqualTheWhole(
                planar(),
                random(PLANES, 3, 5, 1, 1),
                new long[] {64, 64, 1, 1},
                List.of(new long[] {64, 64, 1, 1}, new long[] {2, 2, 1, 1}));
    }

    @Test
    void chunksAreFilledByWholeTilesOrTheOtherWayRound() throws IOException {
        AxisImage noisy = AxisImage.outline(new long[] {100_000, 80_000, 40, 2}, PLANES);
        for (long chunk : new long[] {64, 100, 128, 512, 1024, 4096}) {
            TileGrid grid =
                    TileGrid.suiting(planar(), settings(0), noisy, new long[] {chunk, chunk, 1, 1});
            long tile = grid.tile()[0];
            assertTrue(tile % chunk == 0 || chunk % tile == 0, tile + " of " + chunk);
        }
    }

    @Test
    void theGivenTileIsTaken() throws IOException {
        AxisImage noisy = AxisImage.outline(new long[] {1000, 900, 40, 2}, PLANES);
        assertArrayEquals(
                new long[] {128, 128, 1, 1},
                TileGrid.suiting(planar(), settings(140), noisy, new long[] {64, 64, 1, 1}).tile());
        assertArrayEquals(
                new long[] {32, 32, 1, 1},
                TileGrid.suiting(planar(), settings(40), noisy, new long[] {64, 64, 1, 1}).tile());
    }

    @Test
    void theWindowsOfABlockAreCounted() throws IOException {
        AxisImage noisy = AxisImage.outline(new long[] {100, 100, 40, 2}, PLANES);
        TileGrid grid = new TileGrid(planar(), noisy, new long[] {32, 32});
        assertEquals(2 * 40 * 4 * 4, grid.windows(noisy.pixels()));
        assertEquals(3 * 2, grid.windows(Intervals.createMinMax(31, 5, 3, 0, 64, 40, 3, 0)));
    }

    @Test
    void otherThanThePlainEstimateIsRefused() throws IOException {
        TrainedModel model = planar();
        AxisImage noisy = AxisImage.outline(new long[] {100, 100}, Axis.parse("XY"));
        TileGrid grid = new TileGrid(model, noisy, new long[] {32, 32});
        var averaged = new DenoisingSettings(DeviceChoice.CPU, 0, true, new Estimate.Average());
        try (ImageDenoiser denoiser = new ImageDenoiser(model, averaged)) {
            assertThrows(IllegalArgumentException.class, () -> new BlockDenoiser(denoiser, grid));
        }
    }

    /** The first blocks are those that all others must equal, bit by bit. */
    private static void assertBlocksEqualTheWhole(
            TrainedModel model, AxisImage noisy, long[] chunk, List<long[]> blocks)
            throws IOException {
        List<IntensityMap> intensities = model.intensities(noisy);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings(0))) {
            AxisImage whole = noisy.blank();
            denoiser.denoise(noisy, List.of(whole), intensities, DenoisingListener.NONE);
            TileGrid grid = TileGrid.suiting(model, settings(24), noisy, chunk);
            Job job = new Job(new BlockDenoiser(denoiser, grid), grid, noisy, intensities);
            float[] expected = values(job.denoised(blocks.get(0)));
            assertArrayEquals(values(whole), expected, PRECISION * RANGE);
            for (long[] block : blocks) assertArrayEquals(expected, values(job.denoised(block)));
        }
    }

    private record Job(
            BlockDenoiser denoiser, TileGrid grid, AxisImage noisy, List<IntensityMap> maps) {

        /** In reverse order. */
        AxisImage denoised(long[] block) {
            AxisImage denoised = noisy.blank();
            List<Interval> blocks = new ArrayList<>(blocks(noisy.pixels(), block));
            Collections.reverse(blocks);
            for (Interval wanted : blocks) fill(denoised, wanted);
            return denoised;
        }

        private void fill(AxisImage denoised, Interval block) {
            denoiser.denoise(
                    copy(noisy, grid.seen(block)),
                    new AxisImage(Views.interval(denoised.pixels(), block), noisy.axes()),
                    ownMaps(block),
                    DenoisingListener.NONE);
        }

        private List<IntensityMap> ownMaps(Interval block) {
            int d = noisy.axes().indexOf(Axis.CHANNEL);
            return d < 0 ? maps : maps.subList((int) block.min(d), (int) block.max(d) + 1);
        }
    }

    /** Only the pixels of the box, in their place. */
    private static AxisImage copy(AxisImage image, Interval box) {
        var copy = ArrayImgs.floats(box.dimensionsAsLongArray());
        ImgUtil.copy(Views.zeroMin(Views.interval(image.pixels(), box)), copy);
        return new AxisImage(Views.translate(copy, box.minAsLongArray()), image.axes());
    }

    private static List<Interval> blocks(Interval image, long[] size) {
        int[] block = Arrays.stream(size).mapToInt(Math::toIntExact).toArray();
        CellGrid cells = new CellGrid(image.dimensionsAsLongArray(), block);
        return LongStream.range(0, Intervals.numElements(cells.getGridDimensions()))
                .mapToObj(index -> cell(cells, index))
                .toList();
    }

    private static Interval cell(CellGrid cells, long index) {
        long[] min = new long[cells.numDimensions()];
        int[] size = new int[min.length];
        cells.getCellDimensions(index, min, size);
        return FinalInterval.createMinSize(min, Arrays.stream(size).asLongStream().toArray());
    }

    private static float[] values(AxisImage image) {
        float[] values = new float[(int) image.pixels().size()];
        int i = 0;
        for (Cursor<FloatType> c = Views.flatIterable(image.pixels()).cursor(); c.hasNext(); )
            values[i++] = c.next().get();
        return values;
    }

    private static AxisImage random(List<Axis> axes, long... size) {
        Random random = new Random(3);
        var pixels = ArrayImgs.floats(size);
        pixels.forEach(pixel -> pixel.set(100 + RANGE * random.nextFloat()));
        return new AxisImage(pixels, axes);
    }

    private static TrainedModel planar() {
        var net = new ResBlockAutoencoder(2, 4, 2, 1, true, Head.RESIDUAL);
        return TestModels.random(net.graph(), OF_ALL);
    }

    private static DenoisingSettings settings(int tile) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, true, Estimate.PLAIN);
    }
}
