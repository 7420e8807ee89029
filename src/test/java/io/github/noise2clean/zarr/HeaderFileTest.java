package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFileTest {

    private static final String CORRECT =
            """
            {"zarr_format": 2, "shape": [3, 40], "chunks": [1, 20], "dtype": "<u2",
             "compressor": null, "fill_value": 0, "order": "C", "filters": null}
            """;

    @TempDir Path folder;

    @Test
    void theSlowestDimensionIsTheFirstOfTheFile() throws IOException {
        write(CORRECT);
        ZarrHeader header = ZarrArray.open(folder).header();
        assertArrayEquals(new long[] {40, 3}, header.shape());
        assertArrayEquals(new int[] {20, 1}, header.chunk());
        assertEquals(
                new Storage(ByteOrder.LITTLE_ENDIAN, Compression.none(), 0, "."), header.storage());
    }

    @Test
    void everyHeaderComesBack() throws IOException {
        for (PixelType type : PixelType.values())
            for (double fill :
                    type.isInteger()
                            ? new double[] {0, 100}
                            : new double[] {-0.5, Double.NaN, Double.NEGATIVE_INFINITY}) {
                Storage storage =
                        new Storage(ByteOrder.LITTLE_ENDIAN, Compression.blosc(), fill, "/");
                ChunkGrid grid = new ChunkGrid(new long[] {1L << 40, 3}, new int[] {70000, 7});
                ZarrHeader header = new ZarrHeader(grid, type, storage);
                HeaderFile.write(folder, header);
                assertEquals(header, HeaderFile.read(folder));
            }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "null, 0"})
    void theFillValueIsANumberOrLeftOpen(String json, double value) throws IOException {
        write(CORRECT.replace("\"fill_value\": 0", "\"fill_value\": " + json));
        assertEquals(value, ZarrArray.open(folder).header().storage().fill());
    }

    @Test
    void theFillValueOfFloatsMayBeNamed() throws IOException {
        String floats = CORRECT.replace("u2", "f4");
        write(floats.replace("\"fill_value\": 0", "\"fill_value\": \"-Infinity\""));
        assertEquals(Double.NEGATIVE_INFINITY, ZarrArray.open(folder).header().storage().fill());
    }

    @Test
    void whatIsNoArrayIsNamed() throws IOException {
        assertRefused("The folder FOLDER holds no Zarr array.");
        Files.writeString(folder.resolve("zarr.json"), "{}");
        assertRefused("The array FOLDER is of version 3 of Zarr: only version 2 can be read.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2, \"shape\" | 3, \"shape\" | The array of FILE is not of version 2 of Zarr.",
                "\"C\" | \"F\" | The array of FILE has the order F, of which only C can be read.",
                "\"filters\": null | \"filters\": [{\"id\": \"delta\"}] | The array of FILE has"
                        + " filters, which cannot be read.",
                "\"<u2\" | \"<u8\" | The array of FILE holds values of another type than whole"
                        + " numbers of 1 to 4 bytes and floats.",
                "\"<u2\" | [[\"a\", \"<u2\"]] | The array of FILE holds values of another type than"
                        + " whole numbers of 1 to 4 bytes and floats.",
                "\"<u2\" | \"<b1\" | The array of FILE holds values of another type than whole"
                        + " numbers of 1 to 4 bytes and floats.",
                "\"compressor\": null | \"compressor\": {\"id\": \"lzma\"} | The compression 'lzma'"
                        + " of FILE is not known: store the image with blosc, zstd, zlib or gzip.",
                "\"compressor\": null | \"compressor\": {\"id\": \"blosc\", \"cname\": \"a\"} | The"
                        + " file FILE is damaged: compressor.cname is unknown: a.",
                "[3, 40] | [3, 40.5] | The file FILE is damaged: shape is no whole number of a"
                        + " possible size.",
                "[3, 40] | [3, -1] | The file FILE is damaged: shape is no whole number of a"
                        + " possible size.",
                "[3, 40] | [3, 1e300] | The file FILE is damaged: shape is no whole number of a"
                        + " possible size.",
                "[3, 40] | [9007199254740992, 40] | The file FILE is damaged: more values than can"
                        + " be: [40, 9007199254740992].",
                "[3, 40] | [0, 40] | The file FILE is damaged: an array of [40, 0] values in chunks"
                        + " of [20, 1].",
                "[3, 40] | [] | The file FILE is damaged: an array of 0 dimensions in chunks of 2.",
                "[1, 20] | [20] | The file FILE is damaged: an array of 2 dimensions in chunks of"
                        + " 1.",
                "[1, 20] | [100000, 100000] | The file FILE is damaged: a chunk of more than 2 GB:"
                        + " 10000000000 values.",
                "\"fill_value\": 0 | \"fill_value\": -1 | The file FILE is damaged: fill_value is"
                        + " no value of the array.",
                "\"fill_value\": 0 | \"fill_value\": \"NaN\" | The file FILE is damaged: fill_value"
                        + " is no value of the array.",
                "\"order\": \"C\" | \"dimension_separator\": \"..\" | The file FILE is damaged:"
                        + " separator '..'.",
                "\"shape\" | \"x\" | The file FILE is damaged: shape is missing."
            },
            quoteCharacter = '`')
    void aHeaderThatIsWrongIsRefused(String part, String wrong, String sentence)
            throws IOException {
        write(CORRECT.replace(part, wrong));
        assertRefused(sentence);
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve(".zarray"), json);
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence.replace("FOLDER", folder.toString())
                        .replace("FILE", folder.resolve(".zarray").toString()),
                assertThrows(IOException.class, () -> ZarrArray.open(folder)).getMessage());
    }
}
