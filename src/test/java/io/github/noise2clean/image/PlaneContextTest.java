package io.github.noise2clean.image;

import static io.github.noise2clean.image.Axis.CHANNEL;
import static io.github.noise2clean.image.Axis.TIME;
import static io.github.noise2clean.image.Axis.X;
import static io.github.noise2clean.image.Axis.Y;
import static io.github.noise2clean.image.Axis.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class PlaneContextTest {

    @Test
    void thePlanesOnEitherSideAreShown() {
        AxisImage stack = image(List.of(X, Y, Z), 1, 1, 4);
        assertEquals("101 012 123 232", shown(new PlaneContext(1, Z), stack));
    }

    @Test
    void atTheEndsTheOtherSideIsShownTwiceAndNeverThePlaneItself() {
        AxisImage stack = image(List.of(X, Y, Z), 1, 1, 5);
        assertEquals("21012 30123 01234 12341 23432", shown(new PlaneContext(2, Z), stack));
    }

    @Test
    void neighboursStayWithinTheirFrameOrSlice() {
        AxisImage stack = image(List.of(X, Y, Z, TIME), 1, 1, 3, 3);
        assertEquals("101 012 121 434 345 454 767 678 787", shown(new PlaneContext(1, Z), stack));
        assertEquals(
                "303 414 525 036 147 258 363 474 585", shown(new PlaneContext(1, TIME), stack));
    }

    @Test
    void aStackOfTooFewPlanesHasNoContext() {
        AxisImage four = image(List.of(X, Y, Z), 1, 1, 4);
        assertThrows(IllegalArgumentException.class, () -> new PlaneContext(2, Z).around(four));
        assertThrows(IllegalArgumentException.class, () -> new PlaneContext(1, TIME).around(four));
    }

    @Test
    void mistakesAreTold() {
        assertEquals(new PlaneContext(3, TIME), PlaneContext.of(3, " T"));
        assertEquals("t", PlaneContext.of(3, "t").axis());
        refused("A network is shown 1 to 16 planes on either side, not 0.", 0, "z");
        refused("A network is shown 1 to 16 planes on either side, not 17.", 17, "t");
        refused("Planes have no neighbours along 'c': choose z or t.", 1, "c");
        assertThrows(IllegalArgumentException.class, () -> new PlaneContext(1, CHANNEL));
    }

    private static void refused(String sentence, int reach, String axis) {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> PlaneContext.of(reach, axis));
        assertEquals(sentence, refusal.getMessage());
    }

    /** Each plane holds its number. */
    private static AxisImage image(List<Axis> axes, long... size) {
        var pixels = ArrayImgs.floats(size);
        int i = 0;
        for (FloatType pixel : pixels) pixel.set(i++);
        return new AxisImage(pixels, axes);
    }

    private static String shown(PlaneContext context, AxisImage stack) {
        return context.around(stack).stream()
                .map(
                        planes ->
                                planes.stream()
                                        .map(plane -> "" + (int) plane.firstElement().get())
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
