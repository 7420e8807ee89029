package io.github.noise2clean.zarr;

import static io.github.noise2clean.zarr.SampleImages.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.iterator.LocalizingIntervalIterator;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PyramidTest {

    private static final long[][] SHAPES = {{29, 13, 7}, {15, 6, 7}, {4, 2, 4}};
    private static final int[][] FACTORS = {{}, {2, 2, 1}, {4, 3, 2}};

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "UINT16", "INT16", "FLOAT32"})
    void valuesAreMeansOfThoseBelow(PixelType type) throws IOException {
        OmeZarr image = image("a", type);
        for (int level = 1; level < 3; level++) {
            Interval all = image.level(level).header().interval();
            new Pyramid(image).fill(level, all);
            assertArrayEquals(means(image, level), values(image.level(level).read(all)), 1e-5);
        }
    }

    @Test
    void blocksDoNotMatter() throws IOException {
        OmeZarr whole = image("a", PixelType.FLOAT32);
        OmeZarr pieces = image("b", PixelType.FLOAT32);
        for (int level = 1; level < 3; level++) {
            ZarrHeader header = whole.level(level).header();
            new Pyramid(whole).fill(level, header.interval());
            for (long[] position : header.grid().touched(header.interval()))
                new Pyramid(pieces).fill(level, header.grid().interval(position));
            assertArrayEquals(
                    values(whole.level(level).read(header.interval())),
                    values(pieces.level(level).read(header.interval())));
        }
    }

    @Test
    void halvesAreRoundedUp() throws IOException {
        OmeZarr like =
                SampleImages.write(
                        folder.resolve("like"),
                        PixelType.INT8,
                        new long[] {8, 1, 1},
                        new long[] {4, 1, 1});
        OmeZarr image = OmeZarr.create(folder.resolve("image"), like, PixelType.INT8);
        image.level(0).write(ArrayImgs.bytes(new byte[] {0, 1, -1, 0, 3, 4, -3, -4}, 8, 1, 1));
        Interval all = image.level(1).header().interval();
        new Pyramid(image).fill(1, all);
        assertArrayEquals(new double[] {1, 0, 4, -3}, values(image.level(1).read(all)));
    }

    @Test
    void onlyWholeChunksAreFilled() throws IOException {
        OmeZarr image = image("a", PixelType.UINT8);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pyramid(image).fill(1, Intervals.createMinMax(0, 0, 0, 2, 2, 2)));
    }

    @Test
    void levelsThatAreNoWholeFactorsApartAreRefused() throws IOException {
        OmeZarr image =
                SampleImages.write(
                        folder, PixelType.UINT8, new long[] {9, 9, 9}, new long[] {6, 6, 6});
        assertEquals(
                "level 1 of " + folder + " is no whole factors smaller",
                assertThrows(IllegalArgumentException.class, () -> new Pyramid(image))
                        .getMessage());
    }

    /** With its full resolution only. */
    private OmeZarr image(String name, PixelType type) throws IOException {
        OmeZarr like = SampleImages.write(folder.resolve("like " + name), type, SHAPES);
        OmeZarr image = OmeZarr.create(folder.resolve(name), like, type);
        image.level(0).write(SampleImages.varied(type, image.level(0).header().grid()));
        return image;
    }

    /** By the definition, pixel by pixel. */
    private static double[] means(OmeZarr image, int level) throws IOException {
        ZarrArray below = image.level(level - 1);
        var pixels = below.read(below.header().interval()).randomAccess();
        LocalizingIntervalIterator places =
                new LocalizingIntervalIterator(image.level(level).header().interval());
        boolean whole = below.header().type().isInteger();
        return IntStream.range(0, (int) Intervals.numElements(places))
                .mapToDouble(
                        i -> {
                            places.fwd();
                            double mean =
                                    mean(
                                            pixels,
                                            below,
                                            places.positionAsLongArray(),
                                            FACTORS[level]);
                            return whole ? Math.floor(mean + 0.5) : mean;
                        })
                .toArray();
    }

    private static double mean(
            RandomAccess<? extends RealType<?>> pixels,
            ZarrArray below,
            long[] place,
            int[] factors) {
        double sum = 0;
        int count = 0;
        for (int z = 0; z < factors[2]; z++)
            for (int y = 0; y < factors[1]; y++)
                for (int x = 0; x < factors[0]; x++) {
                    long[] at = {
                        place[0] * factors[0] + x,
                        place[1] * factors[1] + y,
                        place[2] * factors[2] + z
                    };
                    if (!Intervals.contains(below.header().interval(), Point.wrap(at))) continue;
                    sum += pixels.setPositionAndGet(at).getRealDouble();
                    count++;
                }
        return sum / count;
    }
}
