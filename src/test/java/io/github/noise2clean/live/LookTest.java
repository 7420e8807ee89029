package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void theBoxHasTheMiddleOfWhatIsSeenAndAlwaysOneSize() {
        for (int x = 0; x < 1800; x += 37) {
            Rectangle seen = new Rectangle(x, 500, 200, 100);
            Rectangle box = Look.box(seen, 2000, 1500);
            assertTrue(box.contains(seen.getCenterX(), seen.getCenterY()), seen + " in " + box);
            assertEquals(320, box.height);
            assertTrue(box.x + box.width == 2000 || box.width == 320, box.toString());
        }
    }

    @Test
    void theBoxReachesTheEdges() {
        assertEquals(
                new Rectangle(0, 0, 320, 320), Look.box(new Rectangle(0, 0, 10, 10), 2000, 1500));
        Rectangle last = Look.box(new Rectangle(1990, 1490, 10, 10), 2000, 1500);
        assertEquals(2000, last.x + last.width);
        assertEquals(1500, last.y + last.height);
    }

    @Test
    void ofASmallImageTheBoxIsAll() {
        Rectangle all = new Rectangle(0, 0, 96, 80);
        assertEquals(all, Look.box(all, 96, 80));
    }

    @Test
    void anotherSliceOrContrastIsAnotherLook() {
        ImagePlus image = IJ.createImage("noisy", "16-bit", 96, 80, 3);
        Look first = Look.of(image);
        assertEquals(first, Look.of(image));
        image.setSlice(2);
        Look second = Look.of(image);
        assertNotEquals(first, second);
        image.setDisplayRange(5, 50);
        assertNotEquals(second, Look.of(image));
    }
}
