package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * A way to look at a patch: mirrored along some axes, and x exchanged with y. Of a square patch
 * these are all its flips and quarter turns.
 */
record Orientation(boolean transposed, List<Boolean> mirrored) {

    Orientation {
        mirrored = List.copyOf(mirrored);
    }

    /** The patch as it is. */
    static final Orientation UPRIGHT = new Orientation(false, List.of());

    /**
     * One of those that leave the size of {@code patch} as it is.
     *
     * @param axes the number of its axes that are spatial, the first ones
     */
    static Orientation random(RandomGenerator random, Interval patch, int axes) {
        List<Boolean> mirrored = new ArrayList<>();
        for (int d = 0; d < axes; d++) mirrored.add(random.nextBoolean());
        boolean square = patch.dimension(0) == patch.dimension(1);
        return new Orientation(square && random.nextBoolean(), mirrored);
    }

    <T> RandomAccessibleInterval<T> view(RandomAccessibleInterval<T> patch) {
        RandomAccessibleInterval<T> view = transposed ? Views.permute(patch, 0, 1) : patch;
        for (int d = 0; d < mirrored.size(); d++)
            if (mirrored.get(d)) view = Views.zeroMin(Views.invertAxis(view, d));
        return view;
    }
}
