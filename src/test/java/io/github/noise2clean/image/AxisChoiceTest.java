package io.github.noise2clean.image;

import static io.github.noise2clean.image.Axis.CHANNEL;
import static io.github.noise2clean.image.Axis.TIME;
import static io.github.noise2clean.image.Axis.X;
import static io.github.noise2clean.image.Axis.Y;
import static io.github.noise2clean.image.Axis.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class AxisChoiceTest {

    private final AxisImage slices = image(List.of(X, Y, CHANNEL, Z), 2, 2, 3, 4);
    private final AxisImage frames = image(List.of(X, Y, CHANNEL, TIME), 2, 2, 3, 4);

    @Test
    void slicesBecomeFramesAndFramesSlicesOfTheSamePixels() {
        assertEquals(frames.axes(), AxisChoice.T.of(slices).axes());
        assertEquals(slices.axes(), AxisChoice.Z.of(frames).axes());
        assertSame(slices.pixels(), AxisChoice.T.of(slices).pixels());
    }

    @Test
    void whatIsAsChosenStays() {
        assertEquals(slices, AxisChoice.Z.of(slices));
        assertEquals(frames, AxisChoice.T.of(frames));
        AxisImage all = image(List.of(X, Y, Z, TIME), 2, 2, 3, 4);
        assertSame(all, AxisChoice.AUTO.of(all));
        AxisImage plane = image(List.of(X, Y), 2, 2);
        assertEquals(plane, AxisChoice.Z.of(plane));
    }

    @Test
    void anImageOfBothIsNotGuessedAt() {
        AxisImage both = image(List.of(X, Y, Z, TIME), 2, 2, 3, 4);
        var refusal = assertThrows(IllegalArgumentException.class, () -> AxisChoice.T.of(both));
        assertEquals(
                "The axes t are for stacks of slices or frames, and this one has 3 slices (z) and 4"
                        + " frames (t): choose auto.",
                refusal.getMessage());
    }

    @Test
    void otherWordsAreRefused() {
        assertEquals(AxisChoice.T, AxisChoice.parse(" T "));
        var refusal = assertThrows(IllegalArgumentException.class, () -> AxisChoice.parse("time"));
        assertEquals("Unknown axes 'time': choose auto, z or t.", refusal.getMessage());
    }

    private static AxisImage image(List<Axis> axes, long... size) {
        return new AxisImage(ArrayImgs.floats(size), axes);
    }
}
