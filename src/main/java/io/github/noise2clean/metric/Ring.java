package io.github.noise2clean.metric;

/** What the spectra of two images hold in one ring of frequencies: sums over all of them. */
record Ring(double products, double firstSquares, double secondSquares) {

    static final Ring EMPTY = new Ring(0, 0, 0);

    /** From -1 to 1; 0 where one of the images holds nothing. */
    double correlation() {
        double norm = Math.sqrt(firstSquares) * Math.sqrt(secondSquares);
        return norm > 0 ? products / norm : 0;
    }

    Ring plus(Ring other) {
        return new Ring(
                products + other.products,
                firstSquares + other.firstSquares,
                secondSquares + other.secondSquares);
    }
}
