package io.github.noise2clean.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.noise2clean.image.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels for an image whose own cannot be kept: each halves X and Y, and Z while its pixels are not
 * farther apart than those, until a plane fits a small window.
 */
final class OwnLevels {

    /** Pixels along X and Y of the last level at most. */
    private static final int SMALL = 256;

    private final OmeZarr image;
    private final List<Axis> axes;
    private final double[] scale;

    private OwnLevels(OmeZarr image) {
        this.image = image;
        this.axes = image.axes().stream().map(OmeAxis::meaning).toList();
        this.scale = image.scale(0);
    }

    static List<PlannedLevel> of(OmeZarr image) {
        return new OwnLevels(image).levels();
    }

    private List<PlannedLevel> levels() {
        ChunkGrid grid = image.level(0).header().grid();
        List<PlannedLevel> levels = new ArrayList<>();
        long[] factors = new long[axes.size()];
        Arrays.fill(factors, 1);
        levels.add(level(0, grid, factors));
        while (isLarge(grid)) {
            Reduction step = step(grid.shape(), factors);
            for (int d = 0; d < factors.length; d++) factors[d] *= step.factors()[d];
            grid = reduced(grid, step);
            levels.add(level(levels.size(), grid, factors));
        }
        return levels;
    }

    private PlannedLevel level(int number, ChunkGrid grid, long[] factors) {
        return new PlannedLevel(Integer.toString(number), transformations(factors), grid);
    }

    private static boolean isLarge(ChunkGrid grid) {
        return grid.shape()[0] > SMALL || grid.shape()[1] > SMALL;
    }

    private Reduction step(long[] size, long[] factors) {
        int[] step = new int[size.length];
        for (int d = 0; d < step.length; d++) step[d] = size[d] > 1 && isHalved(d, factors) ? 2 : 1;
        return new Reduction(step);
    }

    private boolean isHalved(int dimension, long[] factors) {
        return switch (axes.get(dimension)) {
            case X, Y -> true;
            case Z ->
                    hasUnitOfX(dimension)
                            && distance(dimension, factors) <= 2 * distance(0, factors);
            case CHANNEL, TIME -> false;
        };
    }

    private boolean hasUnitOfX(int dimension) {
        return image.axes().get(dimension).unit().equals(image.axes().get(0).unit());
    }

    private double distance(int dimension, long[] factors) {
        return Math.abs(scale[dimension]) * factors[dimension];
    }

    private static ChunkGrid reduced(ChunkGrid grid, Reduction step) {
        long[] size = step.reduced(grid.shape());
        int[] chunk = grid.chunk();
        for (int d = 0; d < chunk.length; d++) chunk[d] = (int) Math.min(chunk[d], size[d]);
        return new ChunkGrid(size, chunk);
    }

    /** Those of the image, with its scale times the factors. */
    private JsonElement transformations(long[] factors) {
        JsonArray transformations = image.transformations(0).deepCopy().getAsJsonArray();
        JsonObject scaling = transformations.get(0).getAsJsonObject();
        JsonArray numbers = scaling.getAsJsonArray("scale");
        for (int d = 0; d < factors.length; d++) {
            int place = factors.length - 1 - d;
            if (factors[d] > 1)
                numbers.set(
                        place, new JsonPrimitive(numbers.get(place).getAsDouble() * factors[d]));
        }
        return transformations;
    }
}
