package io.github.noise2clean.noise;

import io.github.noise2clean.image.Axis;
import java.util.Set;

/** The axes of a plane along which a pixel's noise tells that of its neighbours. */
public enum CorrelatedAxes {
    NONE,
    ALONG_X,
    ALONG_Y,
    BOTH;

    static CorrelatedAxes of(Set<Axis> axes) {
        if (axes.containsAll(Set.of(Axis.X, Axis.Y))) return BOTH;
        if (axes.contains(Axis.X)) return ALONG_X;
        return axes.contains(Axis.Y) ? ALONG_Y : NONE;
    }
}
