package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;

class ImageGridTest {

    @Test
    void fiveImagesStandInTwoRowsOfThree() {
        ImageProcessor picture = new ImageGrid(stack(5), 3).draw();
        assertEquals(3 * 3 * 4 + 4 * 2, picture.getWidth());
        assertEquals(2 * 3 * 2 + 3 * 2, picture.getHeight());
    }

    @Test
    void imagesFollowEachOtherRowByRow() {
        ImageProcessor picture = new ImageGrid(stack(5), 1).draw();
        assertEquals(0, picture.get(2, 2));
        assertEquals(100, picture.get(2 + 6, 2));
        assertEquals(200, picture.get(2 + 12, 2));
        assertEquals(255, picture.get(2, 2 + 4));
    }

    @Test
    void gapsAndUnusedPlacesAreWhite() {
        ImageProcessor picture = new ImageGrid(stack(5), 1).draw();
        assertEquals(255, picture.get(1, 1));
        assertEquals(255, picture.get(2 + 4, 2));
        assertEquals(255, picture.get(2 + 12, 2 + 4));
    }

    @Test
    void onlySmallImagesAreMagnified() {
        assertEquals(2, ImageGrid.of(stack(1)).magnification());
        ImagePlus large = new ImagePlus("large", new FloatProcessor(100, 3));
        assertEquals(1, ImageGrid.of(large).magnification());
    }

    /** Planes of 4 x 2 pixels with the grey values 0, 10, 20 and so on, of a range of 25.5. */
    private static ImagePlus stack(int planes) {
        ImageStack stack = new ImageStack(4, 2);
        for (int i = 0; i < planes; i++) {
            FloatProcessor plane = new FloatProcessor(4, 2);
            plane.add(10 * i);
            stack.addSlice(plane);
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDisplayRange(0, 25.5);
        return image;
    }
}
