package io.github.noise2clean.zarr;

import static io.github.noise2clean.zarr.SampleImages.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZarrArrayTest {

    /** Of which neither dimension is a multiple of the chunk's. */
    private static final ChunkGrid GRID = new ChunkGrid(new long[] {7, 5, 3}, new int[] {4, 2, 2});

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadInItsType(PixelType type) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            Storage storage = new Storage(order, Compression.none(), 0, ".");
            Path place = folder.resolve(order.toString());
            ZarrArray.create(place, new ZarrHeader(GRID, type, storage)).write(ramp(type));
            RandomAccessibleInterval<? extends RealType<?>> read =
                    ZarrArray.open(place).read(GRID.interval());
            assertEquals(type.pixel().getClass(), read.getType().getClass());
            assertArrayEquals(values(ramp(type)), values(read));
        }
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void everyCompressionGivesTheValuesBack(Compression compression) throws IOException {
        create(compression).write(ramp(PixelType.UINT16));
        ZarrArray array = ZarrArray.open(folder);
        assertEquals(compression, array.header().storage().compression());
        assertArrayEquals(values(ramp(PixelType.UINT16)), values(array.read(GRID.interval())));
    }

    static Stream<Compression> compressions() {
        return Stream.of(Compression.none(), Compression.zlib(1), Compression.gzip(9));
    }

    @Test
    void anyBoxIsReadAtItsPlace() throws IOException {
        ZarrArray array = create(Compression.zlib(1));
        array.write(ramp(PixelType.UINT16));
        Interval box = Intervals.createMinMax(3, 1, 1, 5, 4, 2);
        RandomAccessibleInterval<? extends RealType<?>> read = array.read(box);
        assertTrue(Intervals.equals(box, read));
        assertArrayEquals(values(Views.interval(ramp(PixelType.UINT16), box)), values(read));
    }

    @Test
    void onlyTheChunksOfABoxAreRead() throws IOException {
        ZarrArray array = create(Compression.none());
        array.write(ramp(PixelType.UINT16));
        Files.write(folder.resolve("0/0/0"), new byte[3]);
        Interval beside = Intervals.createMinMax(4, 0, 0, 6, 4, 2);
        assertArrayEquals(
                values(Views.interval(ramp(PixelType.UINT16), beside)), values(array.read(beside)));
        assertEquals(
                "The chunk " + folder.resolve("0/0/0") + " is damaged: it has 3 bytes, not 32.",
                assertThrows(IOException.class, () -> array.read(GRID.interval())).getMessage());
    }

    @Test
    void missingChunksHaveTheFillValue() throws IOException {
        Storage storage = new Storage(ByteOrder.LITTLE_ENDIAN, Compression.none(), 9, ".");
        ZarrArray array = ZarrArray.create(folder, new ZarrHeader(GRID, PixelType.UINT16, storage));
        Interval first = Intervals.createMinMax(0, 0, 0, 3, 1, 1);
        array.write(Views.interval(ramp(PixelType.UINT16), first));
        Interval row = Intervals.createMinMax(2, 1, 1, 5, 1, 1);
        assertArrayEquals(new double[] {44, 45, 9, 9}, values(array.read(row)));
        assertEquals(List.of(".zarray", "0.0.0"), filesIn(folder));
    }

    @Test
    void chunksBeyondTheEndAreFilledUp() throws IOException {
        Storage storage = new Storage(ByteOrder.LITTLE_ENDIAN, Compression.none(), 9, ".");
        ChunkGrid grid = new ChunkGrid(new long[] {3}, new int[] {2});
        ZarrArray.create(folder, new ZarrHeader(grid, PixelType.UINT8, storage))
                .write(ArrayImgs.unsignedBytes(new byte[] {1, 2, 3}, 3));
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(folder.resolve("0")));
        assertArrayEquals(new byte[] {3, 9}, Files.readAllBytes(folder.resolve("1")));
    }

    @Test
    void aBlockIsThereWhenAllItsChunksAre() throws IOException {
        ZarrArray array = create(Compression.none());
        Interval block = Intervals.createMinMax(0, 0, 0, 6, 1, 1);
        assertFalse(array.has(block));
        array.write(Views.interval(ramp(PixelType.UINT16), block));
        assertTrue(array.has(block));
        assertFalse(array.has(GRID.interval()));
        Files.delete(folder.resolve("0/0/1"));
        assertFalse(array.has(block));
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 0, 255",
        "UINT16, 0, 65535",
        "UINT32, 0, 4294967040",
        "INT8, -128, 127",
        "INT16, -32768, 32767",
        "INT32, -2147483648, 2147483520",
        "FLOAT64, -1e30, 0.5"
    })
    void floatsThatATypeHasAreWrittenExactly(PixelType type, float least, float most)
            throws IOException {
        float[] values = {least, 0, 1, 2, 100, most};
        ChunkGrid grid = new ChunkGrid(new long[] {6}, new int[] {6});
        ZarrArray array =
                ZarrArray.create(
                        folder, new ZarrHeader(grid, type, Storage.of(Compression.none())));
        array.write(ArrayImgs.floats(values, 6));
        assertArrayEquals(
                new double[] {least, 0, 1, 2, 100, most}, values(array.read(grid.interval())));
        assertArrayEquals(
                new double[] {least, 0, 1, 2, 100, most}, values(array.floats(grid.interval())));
    }

    @Test
    void threadsMayReadAndWriteAtOnce() throws IOException {
        for (Compression compression : List.of(Compression.blosc(), Compression.zstd())) {
            ZarrArray array = create(compression);
            List<Interval> chunks = new ArrayList<>();
            for (long[] position : GRID.touched(GRID.interval()))
                chunks.add(GRID.interval(position));
            chunks.parallelStream().forEach(chunk -> writeAndRead(array, chunk));
            assertArrayEquals(values(ramp(PixelType.UINT16)), values(array.read(GRID.interval())));
        }
    }

    @Test
    void whatIsNotAtBordersOfChunksIsNotWritten() throws IOException {
        ZarrArray array = create(Compression.none());
        for (Interval block :
                List.of(
                        Intervals.createMinMax(1, 0, 0, 3, 1, 1),
                        Intervals.createMinMax(0, 0, 0, 2, 1, 1),
                        Intervals.createMinMax(0, 0, 0, 7, 1, 1)))
            assertThrows(
                    IllegalArgumentException.class,
                    () -> array.write(PixelBox.blank(PixelType.UINT16, block).view()));
        assertEquals(List.of(".zarray"), filesIn(folder));
    }

    @Test
    void moreThanAnArrayHoldsIsNotRead() throws IOException {
        ChunkGrid grid = new ChunkGrid(new long[] {1L << 20, 1L << 20}, new int[] {1, 1});
        Storage storage = Storage.of(Compression.none());
        ZarrArray array = ZarrArray.create(folder, new ZarrHeader(grid, PixelType.UINT8, storage));
        assertEquals(
                "A block of 1099511627776 values is more than can be read at once: give smaller"
                        + " blocks.",
                assertThrows(IllegalArgumentException.class, () -> array.read(grid.interval()))
                        .getMessage());
    }

    @Test
    void aFileLargerThanAChunkCanBeIsNotReadToItsEnd() throws IOException {
        ZarrArray array = create(Compression.zlib(1));
        Files.createDirectories(folder.resolve("0/0"));
        Files.write(folder.resolve("0/0/0"), new byte[1 << 20]);
        assertEquals(
                "The chunk "
                        + folder.resolve("0/0/0")
                        + " is damaged: it is larger than it can be.",
                assertThrows(IOException.class, () -> array.read(GRID.interval())).getMessage());
    }

    private ZarrArray create(Compression compression) throws IOException {
        return ZarrArray.create(
                folder, new ZarrHeader(GRID, PixelType.UINT16, Storage.of(compression)));
    }

    private static void writeAndRead(ZarrArray array, Interval chunk) {
        try {
            array.write(Views.interval(ramp(PixelType.UINT16), chunk));
            assertArrayEquals(
                    values(Views.interval(ramp(PixelType.UINT16), chunk)),
                    values(array.read(chunk)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** 0, 1, 2 and so on. */
    private static RandomAccessibleInterval<? extends RealType<?>> ramp(PixelType type) {
        PixelBox box = PixelBox.blank(type, GRID.interval());
        int next = 0;
        for (RealType<?> pixel : box.view()) pixel.setReal(next++);
        return box.view();
    }
}
