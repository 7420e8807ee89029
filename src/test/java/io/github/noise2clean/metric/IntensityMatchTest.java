package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class IntensityMatchTest {

    @Test
    void aTestImageScaledOtherwiseIsBroughtBack() {
        AxisImage reference = image(10, 20, 40, 80);
        AxisImage test = image(3, 5, 9, 17); // (v - 4) / 5 + 1.8
        IntensityMatch match = IntensityMatch.of(reference, test);
        assertEquals(5, match.slope(), 1e-12);
        assertEquals(-5, match.offset(), 1e-12);
        assertEquals(80, match.applyTo(test).pixels().getAt(1, 1).get());
    }

    /** Numbers worked out by hand: mean of x 1.5, of y 2; covariance 2, variance 5. */
    @Test
    void whatDoesNotFitIsMetByLeastSquares() {
        IntensityMatch match = IntensityMatch.of(image(1, 2, 3, 2), image(0, 1, 2, 3));
        assertEquals(0.4, match.slope(), 1e-12);
        assertEquals(1.4, match.offset(), 1e-12);
    }

    @Test
    void pixelsThatAreNotFiniteDoNotCount() {
        AxisImage reference = image(10, 20, Float.NaN, 80);
        AxisImage test = image(1, 2, 3, Float.POSITIVE_INFINITY);
        IntensityMatch match = IntensityMatch.of(reference, test);
        assertEquals(10, match.slope(), 1e-12);
        assertEquals(0, match.offset(), 1e-12);
    }

    @Test
    void aConstantTestImageBecomesTheMeanOfTheReference() {
        assertEquals(
                new IntensityMatch(0, 25),
                IntensityMatch.of(image(10, 20, 30, 40), image(7, 7, 7, 7)));
    }

    @Test
    void sizesMustBeTheSame() {
        AxisImage row =
                new AxisImage(ArrayImgs.floats(new float[4], 4, 1), List.of(Axis.X, Axis.Y));
        assertThrows(
                IllegalArgumentException.class, () -> IntensityMatch.of(image(1, 2, 3, 4), row));
    }

    private static AxisImage image(float... pixels) {
        return new AxisImage(ArrayImgs.floats(pixels, 2, 2), List.of(Axis.X, Axis.Y));
    }
}
