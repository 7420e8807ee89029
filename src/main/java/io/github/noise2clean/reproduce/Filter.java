package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import io.github.noise2clean.image.ClassicalFilters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A classical filter with its strength.
 *
 * @param name with the strength, for people
 */
record Filter(String name, UnaryOperator<ImagePlus> filter) {

    static Filter median() {
        return new Filter("median 3x3", image -> ClassicalFilters.median(image, 1));
    }

    /** Gaussians of 0.5 to 4 pixels. */
    static List<Filter> gaussians() {
        return IntStream.rangeClosed(2, 16).mapToObj(quarter -> gaussian(quarter / 4.0)).toList();
    }

    /** Non-local means for faint to very strong noise: h from 4 to 256 grey levels. */
    static List<Filter> nonLocalMeans() {
        return IntStream.rangeClosed(8, 32)
                .mapToObj(quarter -> nonLocalMeans(Math.round(Math.pow(2, quarter / 4.0))))
                .toList();
    }

    private static Filter gaussian(double sigma) {
        return new Filter(
                "Gaussian, sigma " + sigma, image -> ClassicalFilters.gaussian(image, sigma));
    }

    private static Filter nonLocalMeans(long strength) {
        return new Filter(
                "non-local means, h " + strength,
                image -> ClassicalFilters.nonLocalMeans(image, strength));
    }
}
