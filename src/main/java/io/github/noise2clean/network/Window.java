package io.github.noise2clean.network;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The sliding window of a convolution or a pooling: one number per spatial axis each. */
public record Window(List<Integer> kernel, List<Integer> stride, List<Integer> padding) {

    public Window {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        if (kernel.size() != stride.size() || kernel.size() != padding.size())
            throw new IllegalArgumentException(
                    "axes of " + kernel + ", " + stride + ", " + padding);
        for (int axis = 0; axis < kernel.size(); axis++)
            check(kernel.get(axis), stride.get(axis), padding.get(axis));
    }

    /** An odd window that keeps the size of its input. */
    public static Window same(int dimensions, int kernel) {
        return of(dimensions, kernel, 1, kernel / 2);
    }

    /** A window that moves by its own width, so that it divides the size by {@code factor}. */
    public static Window stepping(List<Integer> factor) {
        return new Window(factor, factor, Collections.nCopies(factor.size(), 0));
    }

    /** The same kernel, stride and padding along every axis. */
    public static Window of(int dimensions, int kernel, int stride, int padding) {
        return new Window(
                Collections.nCopies(dimensions, kernel),
                Collections.nCopies(dimensions, stride),
                Collections.nCopies(dimensions, padding));
    }

    /** The number of weights under the window. */
    public int area() {
        return kernel.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * @throws IllegalArgumentException if painting at neighbouring positions leaves holes, or the
     *     padding of what is painted is not a number from 0 up to, but not, the stride of each axis
     */
    void checkPainting(List<Integer> outputPadding) {
        if (axes().anyMatch(axis -> kernel.get(axis) < stride.get(axis)))
            throw new IllegalArgumentException("holes between windows: " + this);
        if (outputPadding.size() != stride.size()
                || axes().anyMatch(a -> outputPadding.get(a) < 0)
                || axes().anyMatch(a -> outputPadding.get(a) >= stride.get(a)))
            throw new IllegalArgumentException("output padding " + outputPadding + " of " + this);
    }

    /** Whether every position covers at least half a kernel of the image along every axis. */
    boolean paddedByHalf() {
        return axes().allMatch(axis -> 2 * padding.get(axis) <= kernel.get(axis));
    }

    /** The input pixels under the window when it is at the positions {@code target}. */
    Span under(Span target, int axis) {
        long start = -padding.get(axis);
        return new Span(
                target.first() * stride.get(axis) + start,
                target.last() * stride.get(axis) + start + kernel.get(axis) - 1);
    }

    /** The positions of the window from which a pixel of {@code target} is painted. */
    Span reaching(Span target, int axis) {
        long pad = padding.get(axis);
        long first = target.first() + pad - kernel.get(axis) + 1;
        return new Span(
                -Math.floorDiv(-first, stride.get(axis)),
                Math.floorDiv(target.last() + pad, stride.get(axis)));
    }

    /** How many positions the window has in an image of {@code size} pixels. */
    int positions(int size, int axis) {
        long room = size + 2L * padding.get(axis) - kernel.get(axis);
        return Math.toIntExact(Math.floorDiv(room, stride.get(axis)) + 1);
    }

    /** The size painted by a window at {@code size} positions. */
    int painted(int size, int axis) {
        return Math.toIntExact(
                (size - 1L) * stride.get(axis) - 2L * padding.get(axis) + kernel.get(axis));
    }

    private IntStream axes() {
        return IntStream.range(0, kernel.size());
    }

    private static void check(int kernel, int stride, int padding) {
        if (kernel < 1 || stride < 1 || padding < 0 || padding >= kernel)
            throw new IllegalArgumentException(
                    "kernel " + kernel + ", stride " + stride + ", padding " + padding);
    }
}
