package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's zarr reads what is written here, and what it writes is read here. */
class PythonZarrTest {

    /** Values that each type has, of the shape that {@link #GRID} is. */
    private static final String VALUES =
            """
            import sys, itertools, numpy, zarr
            from numcodecs import Blosc, GZip, Zlib, Zstd
            folder = sys.argv[1]
            i = numpy.arange(37 * 41 * 43).reshape(37, 41, 43)
            values = i * i // 1000 % 127
            """;

    private static final String WRITING =
            """
            shuffled = itertools.product(
                ["blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd"], [-1, 0, 1, 2], [0, 2048])
            codecs = [None, Zlib(1), GZip(9), Zstd(1), Zstd(19)]
            codecs += [Blosc(name, 1 + size // 256, shuffle, size) for name, shuffle, size in shuffled]
            types = ["|u1", "|i1"] + [order + kind for order in "<>"
                     for kind in ["u2", "u4", "i2", "i4", "f4", "f8"]]
            for n, codec in enumerate(codecs):
                for dtype in types[n % 3::3]:
                    zarr.save_array(zarr.DirectoryStore(f"{folder}/{n}{dtype[1:]}{ord(dtype[0])}"),
                        values.astype(dtype), chunks=(20, 41, 30), compressor=codec)
            zarr.open_array(zarr.NestedDirectoryStore(folder + "/nested"), "w", shape=values.shape,
                chunks=(20, 20, 30), dtype="u1", fill_value=3)[:] = values
            empty = zarr.open_array(folder + "/empty", "w", shape=(3, 2), dtype="f4", fill_value="NaN")
            print(sum(len(types[n % 3::3]) for n in range(len(codecs))))
            """;

    private static final String READING =
            """
            import os
            for name in os.listdir(folder):
                array = zarr.open_array(f"{folder}/{name}", "r")
                assert array.shape == values.shape and array.chunks == (20, 41, 30), name
                assert (array[:] == values.astype(array.dtype)).all(), name
                print(array.dtype.str)
            """;

    private static final ChunkGrid GRID =
            new ChunkGrid(new long[] {43, 41, 37}, new int[] {30, 41, 20});

    @TempDir Path folder;

    @Test
    void whatPythonWritesIsRead() throws IOException {
        int number = Integer.parseInt(Python.run(VALUES + WRITING, folder).strip());
        List<Path> arrays = subfolders();
        assertEquals(number + 2, arrays.size());
        for (Path array : arrays)
            if (!array.endsWith("empty"))
                assertArrayEquals(values(), read(array), array.getFileName().toString());
        assertArrayEquals(
                new double[] {
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
                },
                read(folder.resolve("empty")));
    }

    @Test
    void pythonReadsWhatIsWritten() throws IOException {
        int number = 0;
        for (Compression compression : CompressionTest.compressions().toList())
            for (PixelType type : PixelType.values())
                for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                    Storage storage =
                            new Storage(
                                    order, compression, number % 3, number % 2 == 0 ? "." : "/");
                    write(folder.resolve("" + number++), new ZarrHeader(GRID, type, storage));
                }
        assertEquals(number, Python.run(VALUES + READING, folder).lines().count());
    }

    private static void write(Path array, ZarrHeader header) throws IOException {
        PixelBox box = PixelBox.blank(header.type(), GRID.interval());
        double[] values = values();
        int next = 0;
        for (RealType<?> pixel : box.view()) pixel.setReal(values[next++]);
        ZarrArray.create(array, header).write(box.view());
    }

    private List<Path> subfolders() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.toList();
        }
    }

    private static double[] read(Path folder) throws IOException {
        ZarrArray array = ZarrArray.open(folder);
        return SampleImages.values(array.read(array.header().interval()));
    }

    private static double[] values() {
        double[] values = new double[43 * 41 * 37];
        for (int i = 0; i < values.length; i++) values[i] = (long) i * i / 1000 % 127;
        return values;
    }
}
