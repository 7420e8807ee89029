package io.github.noise2clean.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Overlapping patches all over the planes of images, on a grid that is as dense as time allows;
 * those with a pixel that is NaN or infinite are left out.
 */
final class Patches {

    /** About as many patches are looked at, however large the images are. */
    private static final double ENOUGH = 300_000;

    private static final int DENSEST = 2;

    private final int spacing;
    private final List<Patch> patches = new ArrayList<>();

    private Patches(int spacing) {
        this.spacing = spacing;
    }

    /**
     * @param images with the axes X, Y, and any more
     */
    static List<Patch> of(List<RandomAccessibleInterval<FloatType>> images) {
        long pixels = images.stream().mapToLong(RandomAccessibleInterval::size).sum();
        Patches found = new Patches((int) Math.max(DENSEST, Math.ceil(Math.sqrt(pixels / ENOUGH))));
        images.stream().flatMap(Patches::planes).forEach(found::addPlane);
        return found.patches;
    }

    private static Stream<RandomAccessibleInterval<FloatType>> planes(
            RandomAccessibleInterval<FloatType> image) {
        int last = image.numDimensions() - 1;
        if (last == 1) return Stream.of(image);
        return LongStream.rangeClosed(image.min(last), image.max(last))
                .mapToObj(i -> Views.hyperSlice(image, last, i))
                .flatMap(Patches::planes);
    }

    /** A few rows are in memory at a time. */
    private void addPlane(RandomAccessibleInterval<FloatType> plane) {
        for (long y = plane.min(1); y <= plane.max(1) + 1 - Patch.SIZE; y += spacing)
            addRows(pixels(rows(plane, y)), Math.toIntExact(plane.dimension(0)));
    }

    private void addRows(float[] pixels, int width) {
        for (int x = 0; x <= width - Patch.SIZE; x += spacing) {
            Patch patch = Patch.of(cut(pixels, x, width));
            if (patch.isFinite()) patches.add(patch);
        }
    }

    /** As many as a patch has. */
    private static RandomAccessibleInterval<FloatType> rows(
            RandomAccessibleInterval<FloatType> plane, long first) {
        long[] min = plane.minAsLongArray();
        long[] max = plane.maxAsLongArray();
        min[1] = first;
        max[1] = first + Patch.SIZE - 1;
        return Views.interval(plane, min, max);
    }

    private static float[] pixels(RandomAccessibleInterval<FloatType> rows) {
        float[] pixels = new float[Math.toIntExact(rows.size())];
        Cursor<FloatType> cursor = Views.flatIterable(rows).cursor();
        for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
        return pixels;
    }

    private static float[] cut(float[] rows, int start, int width) {
        float[] patch = new float[Patch.SIZE * Patch.SIZE];
        for (int row = 0; row < Patch.SIZE; row++)
            System.arraycopy(rows, start + row * width, patch, row * Patch.SIZE, Patch.SIZE);
        return patch;
    }
}
