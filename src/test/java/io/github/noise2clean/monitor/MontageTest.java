package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.noise2clean.monitor.Montage.Panel;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class MontageTest {

    @Test
    void widthIsThatOfTheImagesAndTheGaps() {
        var panels = List.of(new Panel("a", ramp(0)), new Panel("b\nc", ramp(0)));

        ImageProcessor picture = new Montage(panels, 2).draw();

        assertEquals(2 * 2 * 50 + 3 * 8, picture.getWidth());
        assertEquals(2 * 20 + 2 * 18 + 3 * 8, picture.getHeight());
    }

    @Test
    void gapIsWhite() {
        var panels = List.of(new Panel("", ramp(0)), new Panel("", ramp(0)));

        assertEquals(255, new Montage(panels, 1).draw().get(8 + 50 + 4, 15));
    }

    @Test
    void firstImageGivesTheDisplayRangeOfAll() {
        var panels = List.of(new Panel("", ramp(1000)), new Panel("", ramp(1025)));

        ImageProcessor picture = new Montage(panels, 1).draw();

        assertEquals(0, picture.get(8, 10));
        assertEquals(255, picture.get(8 + 49, 10));
        assertEquals(25 * 255.0 / 49, picture.get(8 + 50 + 8, 10), 1);
        assertEquals(255, picture.get(8 + 50 + 8 + 40, 10));
    }

    @Test
    void captionIsDrawnBelowItsImage() {
        ImageProcessor picture = new Montage(List.of(new Panel("clean", ramp(0))), 1).draw();

        picture.setRoi(8, 8 + 20 + 4, 50, 8 + 18);
        assertTrue(picture.getStats().min < 100, "darkest " + picture.getStats().min);
    }

    @Test
    void constantImageIsDrawnBlack() {
        var flat = new ShortProcessor(30, 20);
        flat.add(700);

        assertEquals(0, new Montage(List.of(new Panel("", flat)), 1).draw().get(20, 15));
    }

    @Test
    void cropKeepsThePixelsOfThePart() {
        Panel part = new Panel("", ramp(0)).cropped(new Rectangle(10, 5, 4, 3));

        assertEquals(4, part.image().getWidth());
        assertEquals(10, part.image().get(0, 0));
    }

    @Test
    void cropOutsideTheImageIsRefused() {
        var panel = new Panel("", ramp(0));

        assertThrows(
                IllegalArgumentException.class, () -> panel.cropped(new Rectangle(48, 0, 4, 4)));
    }

    private static ShortProcessor ramp(int offset) {
        var image = new ShortProcessor(50, 20);
        for (int i = 0; i < image.getPixelCount(); i++) {
            image.set(i, offset + i % 50);
        }
        return image;
    }
}
