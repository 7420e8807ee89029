package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/**
 * A way to make clean pixels noisy; {@code toString} gives the text that {@code parse} reads.
 *
 * <p>NaN pixels stay NaN, unless they are dropped.
 */
public sealed interface NoiseModel
        permits GaussianNoise,
                PoissonNoise,
                PoissonGaussianNoise,
                SaltAndPepper,
                Masking,
                Speckle,
                ScanNoise,
                CameraNoise,
                Clipping,
                NoiseSequence {

    /**
     * Adds noise in place, the same for the same random numbers; a strength that is a range is
     * drawn once per call.
     *
     * @param range what per cent, photons, dropping and clipping refer to
     */
    void addTo(float[] pixels, DataRange range, RandomGenerator random);

    /**
     * Reads steps joined by "+", as in "poisson:30+gaussian:2%+clip".
     *
     * <p>A step is gaussian:LEVEL in grey levels, gaussian:LEVEL% of the data range,
     * poisson:PHOTONS at the top of the data range, poisson-gaussian:PHOTONS,LEVEL with or without
     * %, salt-and-pepper:SHARE%, masking:SHARE%, speckle:LEVEL%, scan:LEVEL,CORRELATION with or
     * without %, camera:GAIN,OFFSET,READ in grey levels, or clip. Each number but those of a camera
     * may be a range LOW-HIGH.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static NoiseModel parse(String text) {
        return NoiseText.parse(text);
    }

    /** Reads the same, with "clip" as the last step if {@code clip} asks for it. */
    static NoiseModel parse(String text, boolean clip) {
        return parse(clip && !text.strip().endsWith("clip") ? text + "+clip" : text);
    }
}
