package io.github.noise2clean.zarr;

import static io.github.noise2clean.zarr.SampleImages.writeAttributes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewImageTest {

    /** As a microscope's file might be converted, with more in it than is prescribed. */
    private static final String FIVE_AXES =
            """
            {'multiscales': [{
               'version': '0.4', 'name': 'a name', 'mine': {'a': [1.50, null]}, 'type': 'gaussian',
               'metadata': {'method': 'someone else'},
               'coordinateTransformations': [{'type': 'scale', 'scale': [2, 1, 1, 1, 1]}],
               'axes': [{'name': 't', 'type': 'time', 'unit': 'second'},
                        {'name': 'c', 'type': 'channel'},
                        {'name': 'z', 'type': 'space', 'unit': 'micrometer'},
                        {'name': 'y', 'type': 'space', 'unit': 'micrometer'},
                        {'name': 'x', 'type': 'space', 'unit': 'micrometer'}],
               'datasets': [{'path': 'full/data', 'coordinateTransformations': [
                        {'type': 'scale', 'scale': [5, 1, 0.50, 0.166053183181403, 0.125]},
                        {'type': 'translation', 'translation': [0, 0, 1, 2, 3]}]}]
             }, {'version': '0.4'}],
             'omero': {'id': 7, 'channels': [
                {'color': '0000FF', 'label': 'DAPI', 'active': true,
                 'window': {'min': 0, 'max': 65535, 'start': 10, 'end': 1500}},
                {'color': '00FF00', 'label': 'GFP',
                 'window': {'min': 0, 'max': 65535, 'start': 20, 'end': 700}}],
                'rdefs': {'model': 'color'}},
             'bioformats2raw.layout': 3,
             'labels': ['cells'],
             'other': 'carried'}
            """;

    @TempDir Path folder;

    private OmeZarr input;
    private OmeZarr output;

    @BeforeEach
    void createOneLikeAnother() throws IOException {
        Path image = folder.resolve("in.zarr");
        writeAttributes(image, FIVE_AXES);
        ChunkGrid grid =
                new ChunkGrid(new long[] {900, 520, 7, 2, 3}, new int[] {256, 300, 2, 1, 1});
        Compression snappy = new Blosc(BlockCodec.SNAPPY, 5, Shuffle.BITS, 0);
        Storage storage = new Storage(ByteOrder.BIG_ENDIAN, snappy, 9, "/");
        ZarrArray.create(
                image.resolve("full/data"), new ZarrHeader(grid, PixelType.UINT16, storage));
        input = OmeZarr.open(image);
        output = OmeZarr.create(folder.resolve("out.zarr"), input, PixelType.FLOAT32);
    }

    @Test
    void metadataFollowTheRules() throws IOException {
        OmeRules.assertKept(output.folder());
    }

    @Test
    void levelsHalveWhatIsLarge() {
        List<List<Long>> shapes = new ArrayList<>();
        for (int level = 0; level < output.levels(); level++)
            shapes.add(LongStream.of(output.level(level).header().shape()).boxed().toList());
        assertEquals(
                List.of(
                        List.of(900L, 520L, 7L, 2L, 3L),
                        List.of(450L, 260L, 7L, 2L, 3L),
                        List.of(225L, 130L, 4L, 2L, 3L)),
                shapes);
        assertArrayEquals(new double[] {0.5, 0.664212732725612, 1, 1, 10}, output.scale(2));
        assertArrayEquals(new double[] {3, 2, 1, 0, 0}, output.translation(2));
    }

    @Test
    void arraysAreStoredLikeTheInputs() {
        ZarrHeader header = output.level(0).header();
        assertEquals(PixelType.FLOAT32, header.type());
        assertArrayEquals(new int[] {256, 300, 2, 1, 1}, header.chunk());
        assertArrayEquals(new int[] {225, 130, 2, 1, 1}, output.level(2).header().chunk());
        Compression nearest = new Blosc(BlockCodec.LZ4, 5, Shuffle.BITS, 0);
        assertEquals(new Storage(ByteOrder.BIG_ENDIAN, nearest, 0, "/"), header.storage());
    }

    @Test
    void metadataOfOthersAreCarriedOver() {
        JsonObject before = input.attributes();
        JsonObject after = output.attributes();
        for (String key : List.of("omero", "bioformats2raw.layout", "other"))
            assertEquals(before.get(key).toString(), after.get(key).toString());
        assertFalse(after.has("labels"));
        assertEquals(1, after.getAsJsonArray("multiscales").size());
        JsonObject multiscale = multiscale(after);
        for (String key : List.of("name", "axes", "mine", "coordinateTransformations"))
            assertEquals(multiscale(before).get(key).toString(), multiscale.get(key).toString());
        assertEquals("mean", multiscale.get("type").getAsString());
        assertEquals(
                "{\"description\":\"Each value is the mean of those below it, rounded in whole"
                        + " numbers.\"}",
                multiscale.get("metadata").toString());
        assertEquals(
                "[{\"type\":\"scale\",\"scale\":[5,1,0.50,0.166053183181403,0.125]},"
                        + "{\"type\":\"translation\",\"translation\":[0,0,1,2,3]}]",
                dataset(after, 0).get("coordinateTransformations").toString());
    }

    @Test
    void levelsOfWholeFactorsAreKept() throws IOException {
        OmeZarr pyramid =
                SampleImages.write(
                        folder.resolve("p.zarr"),
                        PixelType.UINT8,
                        new long[] {13, 9, 5},
                        new long[] {4, 4, 5},
                        new long[] {2, 2, 3});
        OmeZarr like = OmeZarr.create(folder.resolve("q.zarr"), pyramid, PixelType.UINT8);
        assertEquals(
                multiscale(pyramid.attributes()).get("datasets"),
                multiscale(like.attributes()).get("datasets"));
        for (int level = 0; level < 3; level++)
            assertEquals(pyramid.level(level).header(), like.level(level).header());
        OmeRules.assertKept(like.folder());
    }

    @Test
    void levelsOfOtherFactorsAreReplaced() throws IOException {
        OmeZarr pyramid =
                SampleImages.write(
                        folder.resolve("p.zarr"),
                        PixelType.UINT8,
                        new long[] {300, 9, 5},
                        new long[] {200, 6, 5});
        OmeZarr like = OmeZarr.create(folder.resolve("q.zarr"), pyramid, PixelType.UINT8);
        assertArrayEquals(new long[] {150, 5, 3}, like.level(1).header().shape());
        assertArrayEquals(new double[] {2, 2, 2}, like.scale(1));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path there = folder.resolve("there");
        Files.createDirectories(there);
        OmeZarr.create(there, input, PixelType.UINT8);
        assertEquals(
                "There is something at " + there + " already: name an output that is new.",
                assertThrows(IOException.class, () -> OmeZarr.create(there, input, PixelType.UINT8))
                        .getMessage());
    }

    @Test
    void pythonOpensWhatIsWritten() throws IOException {
        String script =
                """
                import sys, zarr
                group = zarr.open_group(sys.argv[1], "r")
                for dataset in group.attrs["multiscales"][0]["datasets"]:
                    array = group[dataset["path"]]
                    print(array.shape, array.chunks, array.dtype, array.compressor.cname)
                print(group.attrs["omero"]["channels"][1]["label"])
                """;
        assertEquals(
                """
                (3, 2, 7, 520, 900) (1, 1, 2, 300, 256) >f4 lz4
                (3, 2, 7, 260, 450) (1, 1, 2, 260, 256) >f4 lz4
                (3, 2, 4, 130, 225) (1, 1, 2, 130, 225) >f4 lz4
                GFP
                """,
                Python.run(script, output.folder()));
    }

    private static JsonObject multiscale(JsonObject attributes) {
        return attributes.getAsJsonArray("multiscales").get(0).getAsJsonObject();
    }

    private static JsonObject dataset(JsonObject attributes, int level) {
        return multiscale(attributes).getAsJsonArray("datasets").get(level).getAsJsonObject();
    }
}
