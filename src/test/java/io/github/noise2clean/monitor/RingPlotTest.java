package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.process.ImageProcessor;
import io.github.noise2clean.metric.FourierRingCorrelation;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class RingPlotTest {

    private static final int BLUE = 0x1f77b4;
    private static final int ORANGE = 0xe66101;

    /** The axis spans -0.2 to 1.05 over 381 pixels. */
    @Test
    void theCurveOfEqualImagesIsAtTheTopAndTheThresholdBelow() {
        var image = ArrayImgs.floats(64, 64);
        Random random = new Random(1);
        for (FloatType pixel : image) pixel.set(random.nextFloat());
        ImageProcessor picture = new RingPlot(FourierRingCorrelation.of(image, image)).draw();
        int distance = firstRow(picture, ORANGE) - firstRow(picture, BLUE);
        assertEquals((1 - 1 / 7.0) / 1.25 * 381, distance, 3);
    }

    /** Looks at one column, left of the legend. */
    private static int firstRow(ImageProcessor picture, int color) {
        int row = 0;
        while ((picture.get(250, row) & 0xffffff) != color) row++;
        return row;
    }
}
