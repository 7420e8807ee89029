package io.github.noise2clean.image;

/** The linear map of a grey value v to the normalised (v - offset) / scale, and back. */
public record LinearMap(double offset, double scale) implements IntensityMap {

    public LinearMap {
        if (!(Double.isFinite(offset) && Double.isFinite(scale) && scale > 0))
            throw new IllegalArgumentException("offset " + offset + ", scale " + scale);
    }

    /** Such as "(grey - 100.0) / 2.5". */
    @Override
    public String toString() {
        return "(grey - " + offset + ") / " + scale;
    }

    @Override
    public float normalize(float grey) {
        return (float) ((grey - offset) / scale);
    }

    @Override
    public float normalizeClean(float grey) {
        return normalize(grey);
    }

    @Override
    public float restore(float normalized) {
        return (float) (normalized * scale + offset);
    }
}
