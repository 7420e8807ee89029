package io.github.noise2clean.dataset;

import io.github.noise2clean.image.Translation;
import java.util.Optional;

/**
 * The values of a surface at a point and its eight neighbours, row by row.
 *
 * @param values nine
 */
record NinePoints(double[] values) {

    static final int COUNT = 9;

    static final int MIDDLE = 4;

    NinePoints {
        if (values.length != COUNT)
            throw new IllegalArgumentException(values.length + " values, not " + COUNT);
    }

    /** Where a point lies beside the middle: -1, 0 or 1. */
    static int x(int index) {
        return index % 3 - 1;
    }

    static int y(int index) {
        return index / 3 - 1;
    }

    /** Its index; the middle where none is higher. */
    int highest() {
        int highest = MIDDLE;
        for (int i = 0; i < COUNT; i++) if (values[i] > values[highest]) highest = i;
        return highest;
    }

    /**
     * The top of the paraboloid whose slopes and curvatures in the middle are those of the surface;
     * none where it is no hill, or its top is not within a pixel.
     */
    Optional<Translation> top() {
        double slopeX = (values[5] - values[3]) / 2;
        double slopeY = (values[7] - values[1]) / 2;
        double bendX = 2 * values[MIDDLE] - values[5] - values[3];
        double bendY = 2 * values[MIDDLE] - values[7] - values[1];
        double twist = (values[8] + values[0] - values[2] - values[6]) / 4;
        double determinant = bendX * bendY - twist * twist;
        if (!(bendX > 0 && determinant > 0)) return Optional.empty();
        return Optional.of(
                        new Translation(
                                (bendY * slopeX + twist * slopeY) / determinant,
                                (bendX * slopeY + twist * slopeX) / determinant))
                .filter(top -> top.length() < 1);
    }
}
