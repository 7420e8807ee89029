package io.github.noise2clean.blocks;

import io.github.noise2clean.zarr.ChunkGrid;
import io.github.noise2clean.zarr.Compression;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.PixelType;
import io.github.noise2clean.zarr.Storage;
import io.github.noise2clean.zarr.ZarrArray;
import io.github.noise2clean.zarr.ZarrHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Small OME-Zarr images of one level, for the program to work on. */
public record ZarrSamples(Path folder) {

    /**
     * What an image is.
     *
     * @param axes letters, the fastest first, such as xyzct
     */
    public record Kind(PixelType type, String axes, int[] chunk, long... shape) {}

    /** Seeded random grey values from 0 to 120, brighter at the end of the image. */
    public Path image(String name, Kind kind) throws IOException {
        Path image = Files.createDirectories(folder.resolve(name));
        Files.writeString(image.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(image.resolve(".zattrs"), attributes(kind.axes()));
        ZarrHeader header =
                new ZarrHeader(
                        new ChunkGrid(kind.shape(), kind.chunk()),
                        kind.type(),
                        Storage.of(Compression.zlib(1)));
        ZarrArray.create(image.resolve("0"), header).write(random(kind.shape()));
        OmeZarr.open(image);
        return image;
    }

    private static RandomAccessibleInterval<FloatType> random(long[] shape) {
        Random random = new Random(7);
        var pixels = ArrayImgs.floats(shape);
        long[] done = {0};
        pixels.forEach(pixel -> pixel.set(60L * done[0]++ / pixels.size() + random.nextInt(61)));
        return pixels;
    }

    private static String attributes(String axes) {
        String slowestFirst = new StringBuilder(axes).reverse().toString();
        String listed =
                slowestFirst.chars().mapToObj(ZarrSamples::axis).collect(Collectors.joining(","));
        String ones = slowestFirst.chars().mapToObj(c -> "1.0").collect(Collectors.joining(","));
        return ("{'multiscales': [{'version': '0.4', 'axes': [%s], 'datasets': [{'path': '0',"
                        + " 'coordinateTransformations': [{'type': 'scale', 'scale': [%s]}]}]}]}")
                .formatted(listed, ones)
                .replace('\'', '"');
    }

    private static String axis(int letter) {
        String type =
                switch (letter) {
                    case 't' -> "time";
                    case 'c' -> "channel";
                    default -> "space";
                };
        return "{'name': '%c', 'type': '%s'}".formatted(letter, type);
    }
}
