package io.github.noise2clean.tensor;

import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The order in which a network of others has the axes of its arrays, slowest first, such as {@code
 * byxc}; our own have {@code bcyx} or {@code bczyx}. An axis of batch or channel that it lacks is
 * one of size 1 here.
 *
 * <p>Arrays are row-major, and of one image.
 *
 * @param letters b for batch, c for channel, and z, y and x
 */
public record AxisOrder(String letters) {

    /** For people. */
    public static final String POSSIBLE =
            "only y and x, with or without z, a batch b and a channel c, each once, are possible";

    private static final String OURS = "bczyx";
    private static final int BEFORE_SPACE = 2;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public AxisOrder {
        if (!isPossible(letters))
            throw new IllegalArgumentException(
                    "Networks with the axes '%s' are not run here: %s."
                            .formatted(letters, POSSIBLE));
    }

    /** Whether there is an order of these letters. */
    public static boolean isPossible(String letters) {
        return letters.matches("(?=.*y)(?=.*x)[bczyx]+")
                && letters.chars().distinct().count() == letters.length();
    }

    /** The axes of space as our own networks have them, yx or zyx. */
    public String space() {
        return ours().substring(BEFORE_SPACE);
    }

    /** Whether it is that of our own networks. */
    public boolean isOurs() {
        return letters.equals(ours());
    }

    /**
     * The shape in our order of an array in this one.
     *
     * @throws IllegalArgumentException if it has another number of axes
     */
    public long[] ourShape(long[] theirs) {
        if (theirs.length != letters.length())
            throw new IllegalArgumentException(
                    "it takes arrays of %d axes, not %s".formatted(theirs.length, letters));
        return ours().chars().mapToLong(axis -> size(letters, theirs, axis)).toArray();
    }

    /** The shape in this order of an array in ours. */
    public long[] theirShape(long[] ours) {
        return letters.chars().mapToLong(axis -> size(ours(), ours, axis)).toArray();
    }

    /**
     * An array in this order.
     *
     * @param values in our order
     * @param shape in our order
     */
    public float[] theirs(float[] values, long[] shape) {
        return ordered(ArrayImgs.floats(values, reversed(shape)), ours(), whole());
    }

    /**
     * An array in our order.
     *
     * @param values in this order
     * @param shape in our order
     */
    public float[] ours(float[] values, long[] shape) {
        long[] theirs = whole().chars().mapToLong(axis -> size(ours(), shape, axis)).toArray();
        return ordered(ArrayImgs.floats(values, reversed(theirs)), whole(), ours());
    }

    private String ours() {
        return letters.indexOf('z') < 0 ? OURS.replace("z", "") : OURS;
    }

    /** With the axes that it lacks, as the slowest ones. */
    private String whole() {
        return ours().replaceAll("[" + letters + "]", "") + letters;
    }

    private static long size(String axes, long[] shape, int axis) {
        int index = axes.indexOf(axis);
        return index < 0 ? 1 : shape[index];
    }

    private static float[] ordered(
            RandomAccessibleInterval<FloatType> array, String from, String to) {
        StringBuilder axes = new StringBuilder(from).reverse();
        RandomAccessibleInterval<FloatType> view = array;
        for (int d = 0; d < axes.length(); d++) {
            char axis = to.charAt(to.length() - 1 - d);
            int now = axes.indexOf(String.valueOf(axis));
            view = Views.permute(view, d, now);
            axes.setCharAt(now, axes.charAt(d));
            axes.setCharAt(d, axis);
        }
        float[] values = new float[Math.toIntExact(array.size())];
        int next = 0;
        for (FloatType value : Views.flatIterable(view)) values[next++] = value.get();
        return values;
    }

    private static long[] reversed(long[] shape) {
        int last = shape.length - 1;
        return IntStream.rangeClosed(0, last).mapToLong(d -> shape[last - d]).toArray();
    }
}
