package io.github.noise2clean.trust;

import io.github.noise2clean.noise.Smoothness;

/** What a small square of a noisy plane and its denoised one shows. */
record Tile(Noisy noisy, Residue residue, Contrast contrast, Support support) {

    /** White noise comes to 0.05, and one whose neighbours correlate by a half to 0.2. */
    private static final double STRUCTURED = 0.4;

    /**
     * @param brightness the mean grey value
     * @param variance without the slope
     */
    record Noisy(double brightness, double variance, Smoothness smoothness) {}

    /**
     * The residual.
     *
     * @param variance without the slope
     */
    record Residue(double mean, double variance) {}

    /**
     * Small structures.
     *
     * @param noisy their mean square in the noisy square, with the noise's share
     * @param denoised their mean square in the denoised square
     * @param missing the mean of the products of the latter with the residual
     */
    record Contrast(double noisy, double denoised, double missing) {

        static Contrast of(float[] noisy, float[] denoised, Square residual) {
            return new Contrast(
                    meanSquare(noisy), meanSquare(denoised), meanProduct(denoised, residual));
        }

        private static double meanSquare(float[] values) {
            double sum = 0;
            for (float value : values) sum += (double) value * value;
            return sum / values.length;
        }

        private static double meanProduct(float[] values, Square square) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) sum += values[i] * square.levelled()[i];
            return sum / values.length;
        }
    }

    /**
     * @param structures the small structures of both planes
     * @param first the index of the square's first pixel
     */
    static Tile of(PlanePair planes, PlanePair structures, int first) {
        float[] grey = planes.square(planes.noisy(), first);
        float[] made = planes.square(planes.denoised(), first);
        Square noisy = Square.of(grey);
        Square residual = Square.of(PlanePair.difference(grey, made));
        return new Tile(
                new Noisy(noisy.mean(), noisy.variance(), Smoothness.of(grey)),
                new Residue(residual.mean(), residual.variance()),
                Contrast.of(
                        structures.square(structures.noisy(), first),
                        structures.square(structures.denoised(), first),
                        residual),
                Support.of(noisy, Square.of(made)));
    }

    /** Whether there is noise and all pixels are finite. */
    boolean isUsable() {
        return Double.isFinite(noisy.smoothness.structure())
                && Double.isFinite(residue.variance)
                && noisy.variance > 0;
    }

    /** Whether the noisy square has structures that its noise alone, of whatever grain, has not. */
    boolean isStructured() {
        return contrast.noisy > STRUCTURED * noisy.smoothness.noiseVariance();
    }
}
