package io.github.noise2clean.benchmark;

import io.github.noise2clean.benchmark.TimedDenoiser.Timing;
import java.util.List;

/**
 * How fast an image was denoised in one of the ways.
 *
 * @param megapixelsPerSecond of the image, from image to image
 * @param forward the same, of the time in the network alone
 * @param multiplyAdds per second in the network, of all pixels that it is shown
 */
record DenoisingSpeed(double megapixelsPerSecond, double forward, double multiplyAdds) {

    /** By the medians of several times. */
    static DenoisingSpeed of(List<Timing> timings, double megapixels, double addsPerPixel) {
        return new DenoisingSpeed(
                megapixels / Median.of(timings, Timing::seconds),
                megapixels / Median.of(timings, timing -> timing.forward().seconds()),
                Median.of(
                        timings, t -> t.forward().pixels() * addsPerPixel / t.forward().seconds()));
    }

    /** The share of the time outside the network. */
    double outside() {
        return 1 - megapixelsPerSecond / forward;
    }
}
