package io.github.noise2clean.image;

import io.github.noise2clean.camera.Anscombe;
import io.github.noise2clean.camera.Camera;

/**
 * The map that makes a camera's noise the same at every brightness, in every image: its standard
 * deviation becomes a sixteenth, darkness 0, and 64 photo-electrons about 1.
 *
 * <p>The scale depends on nothing, so that a network meets the same noise at every exposure; a
 * model file does not hold it, so it can never change.
 */
public final class StabilizingMap implements IntensityMap {

    private static final double DEVIATIONS = 16;

    private final Camera camera;
    private final Anscombe transform;

    public StabilizingMap(Camera camera) {
        this.camera = camera;
        this.transform = new Anscombe(camera);
    }

    @Override
    public String toString() {
        return new Normalization.Anscombe(camera).toString();
    }

    @Override
    public float normalize(float grey) {
        return (float) (transform.stabilize(grey) / DEVIATIONS);
    }

    @Override
    public float normalizeClean(float grey) {
        return (float) (transform.stabilizedMean(grey) / DEVIATIONS);
    }

    @Override
    public float restore(float normalized) {
        return (float) transform.restoreMean(normalized * DEVIATIONS);
    }
}
