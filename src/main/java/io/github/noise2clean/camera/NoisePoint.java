package io.github.noise2clean.camera;

/**
 * The noise at one brightness of an image, measured where the image is smooth.
 *
 * @param mean grey level
 * @param variance of the noise, in squared grey levels
 * @param weight the number of patches that tell it; less where even the smoothest have structure
 */
public record NoisePoint(double mean, double variance, double weight) {

    public NoisePoint {
        if (!(Double.isFinite(mean) && variance >= 0 && weight > 0))
            throw new IllegalArgumentException(
                    "mean " + mean + ", variance " + variance + ", weight " + weight);
    }
}
