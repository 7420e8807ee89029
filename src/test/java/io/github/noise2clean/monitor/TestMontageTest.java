package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.monitor.TestMontage.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMontageTest {

    private static final DataRange BYTES = new DataRange(0, 255);
    private static final int LEFT = 8 * 8 + 8;

    @Test
    void everyRowHasItsImagesInColumnsBesideItsLabel() {
        ImageProcessor picture =
                new TestMontage(List.of(row("original", 10, 60), row("noisy", 90, 255)), 3).draw();
        assertEquals(LEFT + 2 * (3 * 20 + 4), picture.getWidth());
        assertEquals(2 * (3 * 10 + 4) + 4, picture.getHeight());
        assertEquals(grey(10), picture.get(LEFT, 4) & 0xffffff);
        assertEquals(grey(60), picture.get(LEFT + 64 + 59, 4 + 29) & 0xffffff);
        assertEquals(grey(90), picture.get(LEFT, 4 + 34) & 0xffffff);
        assertEquals(grey(255), picture.get(LEFT + 64, 4 + 34) & 0xffffff);
    }

    @Test
    void labelIsDrawnAtTheLeft() {
        ImageProcessor picture = new TestMontage(List.of(row("original", 0, 0)), 3).draw();
        picture.setRoi(0, 0, LEFT, picture.getHeight());
        assertTrue(picture.crop().convertToByte(false).getStats().min < 100);
    }

    @Test
    void greyValuesAreDrawnInTheRangeGiven() {
        FloatProcessor plane = new FloatProcessor(20, 10, new float[200]);
        plane.add(-30);
        plane.setf(1, 0, 50);
        plane.setf(2, 0, 400);
        ImagePlus stack = new ImagePlus("", plane);
        ImageProcessor picture =
                new TestMontage(List.of(Row.of("original", stack, 10, new DataRange(0, 100))), 1)
                        .draw();
        assertEquals(grey(0), picture.get(LEFT, 4) & 0xffffff);
        assertEquals(127.5, picture.get(LEFT + 1, 4) & 0xff, 1);
        assertEquals(grey(255), picture.get(LEFT + 2, 4) & 0xffffff);
    }

    @Test
    void threeChannelsAreColoursAsRgbIs() {
        ImageStack planes = new ImageStack(20, 10);
        for (int grey : new int[] {200, 100, 50})
            planes.addSlice(plane(grey).convertToFloatProcessor());
        ImagePlus channels = new ImagePlus("", planes);
        channels.setDimensions(3, 1, 1);
        ColorProcessor rgb = new ColorProcessor(20, 10);
        rgb.setColor(0xc86432);
        rgb.fill();
        ImageProcessor picture =
                new TestMontage(
                                List.of(
                                        Row.of("original", new ImagePlus("", rgb), 10, BYTES),
                                        Row.of("noisy", channels, 10, BYTES)),
                                1)
                        .draw();
        assertEquals(0xc86432, picture.get(LEFT + 5, 4 + 5) & 0xffffff);
        assertEquals(0xc86432, picture.get(LEFT + 5, 4 + 14 + 5) & 0xffffff);
    }

    @Test
    void onlyTheFirstImagesAreTaken() {
        ImageStack planes = new ImageStack(20, 10);
        for (int i = 0; i < 12; i++) planes.addSlice(plane(i));
        assertEquals(10, Row.of("", new ImagePlus("", planes), 10, BYTES).images().size());
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TestMontage(List.of(), 3));
    }

    private static Row row(String label, int first, int second) {
        return new Row(label, List.of(plane(first), plane(second)));
    }

    private static ByteProcessor plane(int grey) {
        ByteProcessor plane = new ByteProcessor(20, 10);
        plane.setValue(grey);
        plane.fill();
        return plane;
    }

    private static int grey(int value) {
        return value * 0x010101;
    }
}
