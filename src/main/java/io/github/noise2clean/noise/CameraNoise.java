package io.github.noise2clean.noise;

import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/**
 * The noise of one camera in grey levels, whatever the data range: a pixel is taken for the mean
 * grey level of its photo-electrons, which are counted, and read noise is added.
 *
 * <p>What lies below the camera's offset counts as dark. The result is neither clipped nor rounded.
 */
public record CameraNoise(Camera camera) implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        for (int i = 0; i < pixels.length; i++)
            pixels[i] =
                    (float)
                            (counted(pixels[i], random)
                                    + camera.readNoise() * random.nextGaussian());
    }

    private double counted(double grey, RandomGenerator random) {
        double light = Math.max(0, grey - camera.offset());
        if (camera.gain() == 0) return grey;
        return camera.offset() + camera.gain() * PoissonNumbers.draw(light / camera.gain(), random);
    }

    @Override
    public String toString() {
        return "camera:" + camera;
    }
}
