package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * A way to look at an image: mirrored along some axes, and x exchanged with y. Of a square these
 * are all its flips and quarter turns.
 */
public record Orientation(boolean transposed, List<Boolean> mirrored) {

    /** The image as it is. */
    public static final Orientation UPRIGHT = new Orientation(false, List.of());

    private static final boolean[] BOTH = {false, true};

    public Orientation {
        mirrored = List.copyOf(mirrored);
    }

    /** The eight of X and Y, the upright one first; the first four leave width and height. */
    public static List<Orientation> ofPlanes() {
        List<Orientation> all = new ArrayList<>();
        for (boolean transposed : BOTH)
            for (boolean x : BOTH)
                for (boolean y : BOTH) all.add(new Orientation(transposed, List.of(x, y)));
        return all;
    }

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

    /** The image, which starts at the origin, seen in this way. */
    public <T> RandomAccessibleInterval<T> view(RandomAccessibleInterval<T> image) {
        RandomAccessibleInterval<T> view = transposed ? Views.permute(image, 0, 1) : image;
        for (int d = 0; d < mirrored.size(); d++)
            if (mirrored.get(d)) view = Views.zeroMin(Views.invertAxis(view, d));
        return view;
    }
}
