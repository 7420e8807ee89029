package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;

class ClassicalFiltersTest {

    @Test
    void medianOfRadiusOneCountsAllNinePixels() {
        var plane = new ShortProcessor(5, 5);
        for (int[] corner : new int[][] {{1, 1}, {3, 1}, {1, 3}, {3, 3}, {2, 2}}) {
            plane.set(corner[0], corner[1], 1000);
        }

        ImagePlus median = ClassicalFilters.median(new ImagePlus("", plane), 1);

        assertEquals(1000, median.getProcessor().get(2, 2));
        assertEquals(0, median.getProcessor().get(1, 2));
    }

    @Test
    void gaussianOfAnImpulseHasTheHeightOfTheNormalDensity() {
        var plane = new FloatProcessor(41, 41);
        plane.setf(20, 20, 1000);

        ImagePlus blurred = ClassicalFilters.gaussian(new ImagePlus("", plane), 2);

        assertEquals(1000 / (2 * Math.PI * 4), blurred.getProcessor().getf(20, 20), 0.5);
    }

    @Test
    void everyPlaneIsFilteredAndTheInputIsKept() {
        var stack = new ImageStack(9, 9);
        for (int i = 0; i < 3; i++) {
            var plane = new ShortProcessor(9, 9);
            plane.set(4, 4, 500);
            stack.addSlice("plane " + i, plane);
        }
        var image = new ImagePlus("", stack);

        ImagePlus median = ClassicalFilters.median(image, 1);

        for (int i = 1; i <= 3; i++) {
            assertEquals(0, median.getStack().getProcessor(i).get(4, 4));
            assertEquals(500, stack.getProcessor(i).get(4, 4));
        }
        assertEquals("plane 1", median.getStack().getSliceLabel(2));
    }

    @Test
    void selectionDoesNotLimitTheFilter() {
        var plane = new ShortProcessor(9, 9);
        plane.set(7, 7, 500);
        var image = new ImagePlus("", plane);
        image.setRoi(0, 0, 3, 3);

        ImagePlus median = ClassicalFilters.median(image, 1);

        assertEquals(9, median.getProcessor().getWidth());
        assertEquals(0, median.getProcessor().get(7, 7));
    }

    @Test
    void sizeMustBePositive() {
        var image = new ImagePlus("", new ShortProcessor(2, 2));

        assertThrows(
                IllegalArgumentException.class, () -> ClassicalFilters.gaussian(image, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ClassicalFilters.median(image, 0));
    }

    @Test
    void theMedianOfAVolumeCountsAll27Pixels() {
        ImagePlus image = IJ.createImage("", "8-bit black", 5, 5, 5);
        for (int z = 2; z <= 4; z++)
            for (int y = 1; y <= 3; y++)
                for (int x = 1; x <= 3; x++)
                    image.getStack().getProcessor(z).set(x, y, z == 2 || z == 3 && y < 3 ? 9 : 0);
        assertEquals(9, ClassicalFilters.volumeMedian(image).getStack().getProcessor(3).get(2, 2));
        image.getStack().getProcessor(3).set(1, 1, 0);
        image.getStack().getProcessor(3).set(2, 2, 0);
        assertEquals(0, ClassicalFilters.volumeMedian(image).getStack().getProcessor(3).get(2, 2));
    }

    @Test
    void theGaussianOfAVolumeStaysInItsChannelAndFrame() {
        ImagePlus image = IJ.createHyperStack("", 31, 31, 2, 21, 2, 32);
        image.getStack().getProcessor(image.getStackIndex(2, 11, 1)).setf(15, 15, 1000);
        ImagePlus blurred = ClassicalFilters.volumeGaussian(image, 2, 1);
        double peak = 1000 / (Math.pow(2 * Math.PI, 1.5) * 2 * 2 * 1);
        int place = image.getStackIndex(2, 11, 1);
        assertEquals(peak, blurred.getStack().getProcessor(place).getf(15, 15), 0.02 * peak);
        for (int plane : new int[] {image.getStackIndex(1, 11, 1), image.getStackIndex(2, 11, 2)})
            assertEquals(0, blurred.getStack().getProcessor(plane).getf(15, 15));
    }
}
