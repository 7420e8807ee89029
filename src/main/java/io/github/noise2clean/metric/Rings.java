package io.github.noise2clean.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The spectra of two squares of one side, ring by ring.
 *
 * <p>Over a ring, which holds every frequency and its opposite, the products of Hartley transforms
 * have the same sum as the real parts of the products of Fourier transforms.
 */
final class Rings {

    private final int side;
    private final double[] products;
    private final double[] firstSquares;
    private final double[] secondSquares;

    private Rings(int side) {
        this.side = side;
        products = new double[side / 2 + 1];
        firstSquares = new double[products.length];
        secondSquares = new double[products.length];
    }

    /**
     * The rings of 1, 2, 3 ... side / 2 periods per side, each half a period wide to both sides.
     */
    static List<Ring> of(
            RandomAccessibleInterval<FloatType> first, RandomAccessibleInterval<FloatType> second) {
        Rings rings = new Rings((int) first.dimension(0));
        rings.add(
                (float[]) Hartley.of(first).getPixels(), (float[]) Hartley.of(second).getPixels());
        return IntStream.rangeClosed(1, rings.side / 2).mapToObj(rings::ring).toList();
    }

    private void add(float[] first, float[] second) {
        int padded = (int) Math.sqrt(first.length);
        double[] periods = periods(padded);
        for (int i = 0; i < first.length; i++) {
            int ring = (int) Math.round(Math.hypot(periods[i % padded], periods[i / padded]));
            if (ring >= products.length) continue;
            products[ring] += (double) first[i] * second[i];
            firstSquares[ring] += (double) first[i] * first[i];
            secondSquares[ring] += (double) second[i] * second[i];
        }
    }

    /**
     * Per side of the square, of the frequencies of the padded one: the second half is negative.
     */
    private double[] periods(int padded) {
        double[] periods = new double[padded];
        Arrays.setAll(periods, i -> Math.min(i, padded - i) * (double) side / padded);
        return periods;
    }

    private Ring ring(int periods) {
        return new Ring(products[periods], firstSquares[periods], secondSquares[periods]);
    }
}
