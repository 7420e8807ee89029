package io.github.noise2clean.zarr;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Small images for tests, as someone else might have written them. */
final class SampleImages {

    private SampleImages() {}

    /** The metadata of an image; a quotation mark is written as a single one. */
    static void writeAttributes(Path image, String json) throws IOException {
        Files.createDirectories(image);
        JsonFile.write(image.resolve(".zattrs"), JsonParser.parseString(json.replace('\'', '"')));
    }

    /** A z, y, x image with the levels of these shapes, fastest first, and values that differ. */
    static OmeZarr write(Path image, PixelType type, long[]... shapes) throws IOException {
        String datasets =
                Arrays.stream(shapes)
                        .map(
                                shape ->
                                        dataset(
                                                "levels/" + shape[0],
                                                (double) shapes[0][2] / shape[2],
                                                (double) shapes[0][1] / shape[1],
                                                (double) shapes[0][0] / shape[0]))
                        .collect(Collectors.joining(","));
        writeAttributes(
                image,
                "{'multiscales': [{'version': '0.4', 'axes': ["
                        + "{'name': 'z', 'type': 'space', 'unit': 'micrometer'},"
                        + "{'name': 'y', 'type': 'space', 'unit': 'micrometer'},"
                        + "{'name': 'x', 'type': 'space', 'unit': 'micrometer'}],"
                        + "'datasets': ["
                        + datasets
                        + "]}]}");
        for (long[] shape : shapes) {
            ChunkGrid grid = new ChunkGrid(shape, new int[] {8, 4, 3});
            ZarrArray.create(
                            image.resolve("levels/" + shape[0]),
                            new ZarrHeader(grid, type, Storage.of(Compression.none())))
                    .write(varied(type, grid));
        }
        return OmeZarr.open(image);
    }

    static double[] values(RandomAccessibleInterval<? extends RealType<?>> image) {
        return Views.flatIterable(image).stream().mapToDouble(RealType::getRealDouble).toArray();
    }

    static RandomAccessibleInterval<? extends RealType<?>> varied(PixelType type, ChunkGrid grid) {
        PixelBox box = PixelBox.blank(type, grid.interval());
        long i = 0;
        for (RealType<?> pixel : box.view())
            pixel.setReal(i * i++ / 5 % 120 - (type == PixelType.INT16 ? 60 : 0));
        return box.view();
    }

    private static String dataset(String path, double z, double y, double x) {
        return "{'path': '%s', 'coordinateTransformations': [{'type': 'scale', 'scale': [%s, %s, %s]}]}"
                .formatted(path, z, y, x);
    }
}
