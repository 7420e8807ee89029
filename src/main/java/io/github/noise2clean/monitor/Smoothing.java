package io.github.noise2clean.monitor;

import ij.ImagePlus;
import io.github.noise2clean.image.ClassicalFilters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classical filters that a denoised image is compared with. */
public enum Smoothing {

    /** Of every plane by itself. */
    PLANES {
        @Override
        Filter median() {
            return new Filter("median 3x3", image -> ClassicalFilters.median(image, 1));
        }

        @Override
        Stream<Filter> gaussians() {
            return SIGMAS.stream()
                    .map(
                            sigma ->
                                    new Filter(
                                            "Gaussian, sigma " + sigma,
                                            image -> ClassicalFilters.gaussian(image, sigma)));
        }
    },

    /** Of volumes; the Gaussian has a width of its own along z. */
    VOLUMES {
        @Override
        Filter median() {
            return new Filter("median 3x3x3", ClassicalFilters::volumeMedian);
        }

        @Override
        Stream<Filter> gaussians() {
            return SIGMAS.stream()
                    .flatMap(sigma -> SIGMAS_Z.stream().map(sigmaZ -> gaussian(sigma, sigmaZ)));
        }

        private static Filter gaussian(double sigma, double sigmaZ) {
            return new Filter(
                    "Gaussian, sigma " + sigma + ", z " + sigmaZ,
                    image -> ClassicalFilters.volumeGaussian(image, sigma, sigmaZ));
        }
    };

    private static final List<Double> SIGMAS =
            IntStream.rangeClosed(2, 16).mapToObj(quarter -> quarter / 4.0).toList();

    private static final List<Double> SIGMAS_Z = List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0);

    /** A filter and what it is called. */
    record Filter(String name, UnaryOperator<ImagePlus> filtered) {}

    abstract Filter median();

    /** Of all widths that are tried. */
    abstract Stream<Filter> gaussians();
}
