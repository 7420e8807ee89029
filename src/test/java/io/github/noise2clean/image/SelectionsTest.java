package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import net.imglib2.FinalInterval;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

class SelectionsTest {

    private final ImagePlus image = new ImagePlus("cell", new ByteProcessor(30, 20));

    @Test
    void withoutASelectionAllIsSelected() {
        assertBox(FinalInterval.createMinSize(0, 0, 30, 20));
    }

    @Test
    void ofAnOvalTheBoundingBoxCounts() {
        image.setRoi(new OvalRoi(3, 4, 10, 8));
        assertBox(FinalInterval.createMinSize(3, 4, 10, 8));
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        image.setRoi(new Roi(25, -4, 10, 8));
        assertBox(FinalInterval.createMinSize(25, 0, 5, 4));
    }

    @Test
    void aSelectionOfNoPixelsIsRefused() {
        image.setRoi(new Roi(31, 2, 5, 5));
        assertRefused();
        image.setRoi(new PointRoi(3, 3));
        assertRefused();
    }

    private void assertBox(FinalInterval expected) {
        assertTrue(Intervals.equals(expected, Selections.box(image)));
    }

    private void assertRefused() {
        assertEquals(
                "The selection on cell covers no pixels: select an area of the image, or nothing.",
                assertThrows(IllegalArgumentException.class, () -> Selections.box(image))
                        .getMessage());
    }
}
