package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A window along z, y and x; that of a plane is one pixel deep. */
record Window3(int[] kernel, int[] stride, int[] padding) {

    static Window3 of(Window window) {
        return new Window3(
                padded(window.kernel(), 1),
                padded(window.stride(), 1),
                padded(window.padding(), 0));
    }

    static int[] padded(List<Integer> values, int depth) {
        return IntStream.concat(
                        IntStream.generate(() -> depth).limit(3 - values.size()),
                        values.stream().mapToInt(i -> i))
                .toArray();
    }

    /** All positions within the kernel. */
    List<int[]> taps() {
        List<int[]> taps = new ArrayList<>();
        for (int z = 0; z < kernel[0]; z++)
            for (int y = 0; y < kernel[1]; y++)
                for (int x = 0; x < kernel[2]; x++) taps.add(new int[] {z, y, x});
        return taps;
    }

    /** Where the tap lies when the window is at the pixel {@code n, c, z, y, x}. */
    int[] under(int[] pixel, int[] tap) {
        return along(axis -> pixel[2 + axis] * stride[axis] - padding[axis] + tap[axis]);
    }

    int[] positions(int[] size) {
        return along(a -> (size[a] + 2 * padding[a] - kernel[a]) / stride[a] + 1);
    }

    int[] painted(int[] size) {
        return along(a -> (size[a] - 1) * stride[a] - 2 * padding[a] + kernel[a]);
    }

    private static int[] along(IntUnaryOperator value) {
        return IntStream.range(0, 3).map(value).toArray();
    }
}
