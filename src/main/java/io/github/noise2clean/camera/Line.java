package io.github.noise2clean.camera;

/** A straight line. */
record Line(double slope, double intercept) {

    double at(double x) {
        return slope * x + intercept;
    }
}
