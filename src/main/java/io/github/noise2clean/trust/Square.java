package io.github.noise2clean.trust;

/** Pixels of a square less the plane that fits them best, so that only what is not even is left. */
record Square(double mean, double[] levelled) {

    private static final int SIDE = PlanePair.SIDE;

    /** The mean and the two slopes are found in the pixels themselves. */
    private static final int FREEDOM = SIDE * SIDE - 3;

    private static final double CENTRE = (SIDE - 1) / 2.0;
    private static final double SQUARES = SIDE * SIDE * (SIDE * SIDE - 1) / 12.0;

    static Square of(float[] pixels) {
        double mean = 0;
        double slopeX = 0;
        double slopeY = 0;
        for (int i = 0; i < pixels.length; i++) {
            mean += pixels[i] / (double) pixels.length;
            slopeX += (i % SIDE - CENTRE) * pixels[i] / SQUARES;
            slopeY += (i / SIDE - CENTRE) * pixels[i] / SQUARES;
        }
        double[] levelled = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++)
            levelled[i] =
                    pixels[i] - mean - slopeX * (i % SIDE - CENTRE) - slopeY * (i / SIDE - CENTRE);
        return new Square(mean, levelled);
    }

    double variance() {
        double sum = 0;
        for (double value : levelled) sum += value * value;
        return sum / FREEDOM;
    }
}
