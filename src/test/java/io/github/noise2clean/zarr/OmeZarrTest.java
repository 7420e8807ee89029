package io.github.noise2clean.zarr;

import static io.github.noise2clean.zarr.SampleImages.values;
import static io.github.noise2clean.zarr.SampleImages.writeAttributes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonPrimitive;
import io.github.noise2clean.image.Axis;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OmeZarrTest {

    private static final Path REAL = Path.of("..", "shared", "data", "omezarr_nuclei");

    /** A correct image of one level, of which tests damage a part. */
    private static final String CORRECT =
            "{'multiscales': [{'version': '0.4', 'axes': ["
                    + "{'name': 'y', 'type': 'space'}, {'name': 'x', 'type': 'space'}],"
                    + "'datasets': [{'path': '0', 'coordinateTransformations':"
                    + " [{'type': 'scale', 'scale': [1, 2]}]}]}]}";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "control, 0, 682, 7739810, 540695630, 251",
        "control, 1, 341, 1931625, 134715287, 207",
        "control, 2, 170, 482847, 33790419, 180",
        "inhibition, 0, 682, 2842964, 78491960, 160",
        "inhibition, 1, 341, 710912, 19696526, 130",
        "inhibition, 2, 170, 177239, 4938087, 130"
    })
    void pixelsOfRealImagesAreThoseThatPythonReads(
            String name, int level, int side, long sum, long squares, int max) throws IOException {
        ZarrArray array = real(name).level(level);
        assertArrayEquals(new long[] {side, side, 1, 1, 1}, array.header().shape());
        assertEquals(PixelType.UINT8, array.header().type());
        double[] values = values(array.read(array.header().interval()));
        assertEquals(sum, Arrays.stream(values).sum());
        assertEquals(squares, Arrays.stream(values).map(value -> value * value).sum());
        assertEquals(max, Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void axesAndScalesOfARealImageAreRead() throws IOException {
        OmeZarr image = real("control");
        assertEquals("xy_8bit__nuclei_PLK1_control.tif", image.name());
        assertEquals(
                List.of(
                        new OmeAxis(Axis.X, "x", Optional.of("micrometer")),
                        new OmeAxis(Axis.Y, "y", Optional.of("micrometer")),
                        new OmeAxis(Axis.Z, "z", Optional.empty()),
                        new OmeAxis(Axis.CHANNEL, "c", Optional.empty()),
                        new OmeAxis(Axis.TIME, "t", Optional.of("second"))),
                image.axes());
        assertEquals(3, image.levels());
        assertArrayEquals(
                new double[] {0.332106366362806, 0.332106366362806, 1, 1, 299.35504150390625},
                image.scale(1));
        assertArrayEquals(new double[5], image.translation(1));
        assertEquals(OptionalInt.of(4), image.dimension(Axis.TIME));
        assertEquals(682, image.size(Axis.Y));
    }

    @Test
    void transformationsOfTheWholeComeAfterThoseOfALevel() throws IOException {
        writeImage(
                CORRECT.replace(
                                "'scale': [1, 2]}]",
                                "'scale': [1, 2]},"
                                        + "{'type': 'translation', 'translation': [5, 6]}]")
                        .replace(
                                "'axes':",
                                "'coordinateTransformations': [{'type': 'scale', 'scale': [10, 3]}],"
                                        + "'axes':"));
        OmeZarr image = OmeZarr.open(folder);
        assertArrayEquals(new double[] {6, 10}, image.scale(0));
        assertArrayEquals(new double[] {18, 50}, image.translation(0));
        assertEquals(OptionalInt.empty(), image.dimension(Axis.Z));
        assertEquals(1, image.size(Axis.Z));
    }

    @Test
    void theOnlyImageOfAConvertedFileIsOpened() throws IOException {
        Path file = folder.resolve("file.zarr");
        writeAttributes(file, "{'bioformats2raw.layout': 3}");
        assertRefused(file, "The folder FOLDER holds no OME-Zarr image.");
        SampleImages.write(file.resolve("0"), PixelType.UINT8, new long[] {9, 8, 7});
        assertEquals(file.resolve("0"), OmeZarr.open(file).folder());
        assertEquals("0", OmeZarr.open(file).name());
        writeAttributes(file.resolve("1"), "{}");
        assertRefused(
                file,
                "The folder FOLDER holds several images: name one of them, such as %s."
                        .formatted(file.resolve("0")));
    }

    @Test
    void whatIsNoImageIsNamed() throws IOException {
        assertRefused(folder, "The folder FOLDER holds no OME-Zarr image.");
        Files.writeString(folder.resolve("zarr.json"), "{}");
        assertRefused(
                folder,
                "The image FOLDER is of version 0.5 of OME-Zarr, which cannot be read yet: convert"
                        + " it to version 0.4.");
        writeAttributes(folder, "{'plate': {}}");
        assertRefused(
                folder, "The folder FOLDER is a plate of many images: name one of those in it.");
        writeAttributes(folder, "{}");
        assertRefused(folder, "The folder FOLDER holds no OME-Zarr image.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../0",
                "/etc",
                "a/../../b",
                "",
                "a//b",
                ".hidden",
                "a\\\\b",
                "C:",
                "a/.",
                "a\\u0000"
            })
    void levelsOutsideOfTheImageAreRefused(String path) throws IOException {
        writeImage(CORRECT.replace("'path': '0'", "'path': '" + path + "'"));
        assertDamaged("multiscales[0].datasets[0].path is no path within the image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'version': '0.4' | 'version': '0.3' | The image of FILE is of version 0.3 of"
                        + " OME-Zarr: only version 0.4 can be read.",
                "'name': 'y' | 'name': 'q' | The image of FILE has the axis 'q', which is none of"
                        + " x, y, z, c and t.",
                "'name': 'y' | 'name': 'x' | The image of FILE has the axes x, x: they must be of"
                        + " t, c, z, y and x, in this order.",
                "'y', 'type': 'space' | 'y', 'type': 'channel' | The image of FILE has the axes y,"
                        + " x: they must be of t, c, z, y and x, in this order.",
                "'name': 'y' | 'name': 'z' | The image of FILE has the axes z, x: they must be of"
                        + " t, c, z, y and x, in this order.",
                "'datasets': [ | 'datasets': [], 'x': [ | The file FILE is damaged:"
                        + " multiscales[0].datasets has 0 levels.",
                "[1, 2] | [1] | The file FILE is damaged:"
                        + " multiscales[0].datasets[0].coordinateTransformations[0].scale has 1"
                        + " numbers, not 2.",
                "[1, 2] | [1, 'a'] | The file FILE is damaged:"
                        + " multiscales[0].datasets[0].coordinateTransformations[0].scale is no"
                        + " number.",
                "'type': 'scale' | 'type': 'translation' | The file FILE is damaged:"
                        + " multiscales[0].datasets[0].coordinateTransformations are no scale with at"
                        + " most a translation after it.",
                "'coordinateTransformations' | 'x' | The file FILE is damaged:"
                        + " multiscales[0].datasets[0].coordinateTransformations are no scale with at"
                        + " most a translation after it.",
                "[{'version' | [7, {'version' | The file FILE is damaged: multiscales[0] is no"
                        + " object.",
                "{'path': '0' | {'path': 0 | The file FILE is damaged:"
                        + " multiscales[0].datasets[0].path is no text."
            })
    void metadataThatAreWrongAreRefused(String part, String wrong, String sentence)
            throws IOException {
        writeImage(CORRECT.replace(part, wrong));
        assertRefused(folder, sentence.replace("FILE", folder.resolve(".zattrs").toString()));
    }

    @Test
    void levelsWithinEachOtherAreRefused() throws IOException {
        String level =
                "{'path': '0/1', 'coordinateTransformations': [{'type': 'scale', 'scale': [1, 2]}]}";
        writeImage(CORRECT.replace("'datasets': [", "'datasets': [" + level + ","));
        assertDamaged("multiscales[0].datasets has levels within each other");
    }

    @Test
    void anArrayOfOtherDimensionsThanTheAxesIsRefused() throws IOException {
        writeImage(CORRECT);
        ChunkGrid grid = new ChunkGrid(new long[] {4, 4, 4}, new int[] {4, 4, 4});
        ZarrArray.create(
                folder.resolve("0"),
                new ZarrHeader(grid, PixelType.UINT8, Storage.of(Compression.none())));
        assertRefused(
                folder,
                "The array %s has 3 dimensions, but its image 2 axes."
                        .formatted(folder.resolve("0")));
    }

    @Test
    void jsonBeyondBoundsIsRefused() throws IOException {
        Path file = folder.resolve(".zattrs");
        Files.writeString(file, "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertRefused(folder, "The file " + file + " is nested too deep.");
        Files.writeString(file, "{\"a\": \"" + "[".repeat(100_000) + "\\\"\"}");
        assertRefused(folder, "The folder FOLDER holds no OME-Zarr image.");
        Files.writeString(file, "{\"a\": \"" + " ".repeat(16 << 20) + "\"}");
        assertRefused(folder, "The file " + file + " is larger than 16 MB.");
        Files.writeString(file, "{\"a\": ");
        assertRefused(folder, "The file " + file + " is no JSON.");
        Files.writeString(file, "[1]");
        assertRefused(folder, "The file " + file + " holds no JSON object.");
    }

    @Test
    void aNoteIsKept() throws IOException {
        OmeZarr image = SampleImages.write(folder, PixelType.UINT8, new long[] {9, 8, 7});
        assertEquals(Optional.empty(), image.note("mine"));
        image.withNote("mine", new JsonPrimitive("first"));
        image.withNote("mine", new JsonPrimitive("second"));
        OmeZarr again = OmeZarr.open(folder);
        assertEquals(Optional.of(new JsonPrimitive("second")), again.note("mine"));
        assertEquals(image.axes(), again.axes());
    }

    @Test
    void oneLikeARealImageFollowsTheRules() throws IOException {
        OmeZarr real = real("inhibition");
        OmeZarr image = OmeZarr.create(folder.resolve("out.zarr"), real, PixelType.UINT8);
        OmeRules.assertKept(image.folder());
        for (int level = 0; level < 3; level++)
            assertEquals(real.level(level).header(), image.level(level).header());
        assertEquals(real.attributes().get("omero"), image.attributes().get("omero"));
        image.level(0).write(real.level(0).read(real.level(0).header().interval()));
        Interval all = image.level(1).header().interval();
        new Pyramid(image).fill(1, all);
        double mean = Arrays.stream(values(image.level(1).read(all))).average().orElseThrow();
        assertEquals(2842964 / 682.0 / 682, mean, 0.1); // as 341 x 341 values are rounded
    }

    @Test
    void anyFileSystemOfJavaWillDo() throws IOException {
        Path zip = folder.resolve("image.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            long[][] shapes = {{20, 10, 5}, {10, 5, 5}};
            OmeZarr image = SampleImages.write(files.getPath("/a.zarr"), PixelType.UINT8, shapes);
            OmeZarr copy = OmeZarr.create(files.getPath("/b.zarr"), image, PixelType.UINT8);
            Interval all = copy.level(0).header().interval();
            copy.level(0).write(image.level(0).read(all));
        }
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            ZarrArray first = OmeZarr.open(files.getPath("/a.zarr")).level(0);
            ZarrArray second = OmeZarr.open(files.getPath("/b.zarr")).level(0);
            Interval all = first.header().interval();
            assertTrue(second.has(all));
            assertArrayEquals(values(first.read(all)), values(second.read(all)));
        }
    }

    private static OmeZarr real(String name) throws IOException {
        Path image = REAL.resolve("xy_8bit__nuclei_PLK1_" + name + ".ome.zarr");
        assumeTrue(Files.isDirectory(image), "The image " + image + " is not here.");
        return OmeZarr.open(image);
    }

    private void writeImage(String attributes) throws IOException {
        writeAttributes(folder, attributes);
        ChunkGrid grid = new ChunkGrid(new long[] {4, 4}, new int[] {4, 4});
        ZarrArray.create(
                folder.resolve("0"),
                new ZarrHeader(grid, PixelType.UINT8, Storage.of(Compression.none())));
    }

    private void assertDamaged(String reason) {
        assertRefused(
                folder, "The file " + folder.resolve(".zattrs") + " is damaged: " + reason + ".");
    }

    private static void assertRefused(Path image, String sentence) {
        assertEquals(
                sentence.replace("FOLDER", image.toString()),
                assertThrows(IOException.class, () -> OmeZarr.open(image)).getMessage());
    }
}
