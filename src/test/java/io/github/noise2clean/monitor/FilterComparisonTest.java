package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilterComparisonTest {

    @Test
    void theGaussianIsTheBestOfItsWidthsAndAPerfectImageIsInfinitelyGood() {
        ImagePlus clean = image(0);
        FilterComparison comparison =
                FilterComparison.of(
                        new FilterComparison.Case(clean, image(10), clean),
                        Smoothing.PLANES,
                        false);
        List<FilterComparison.Entry> entries = comparison.entries();
        assertEquals("noisy", entries.get(0).name());
        assertEquals(20.0, entries.get(0).quality().psnr(), 0.3);
        assertTrue(entries.get(2).quality().psnr() > entries.get(1).quality().psnr());
        assertEquals(Double.POSITIVE_INFINITY, entries.get(3).quality().psnr());
        assertEquals(1, entries.get(3).quality().ssim(), 1e-12);
    }

    @Test
    void aLineShowsTheFigures() {
        ImagePlus clean = image(0);
        String line =
                FilterComparison.of(
                                new FilterComparison.Case(clean, image(10), clean),
                                Smoothing.PLANES,
                                false)
                        .entries()
                        .get(3)
                        .line();
        assertEquals("Noise2Clean                PSNR Infinity  SSIM 1.0000", line);
    }

    /** A ramp from 0 to 100 and normal noise. */
    private static ImagePlus image(double sigma) {
        SplittableRandom random = new SplittableRandom(3);
        FloatProcessor pixels = new FloatProcessor(64, 48);
        for (int i = 0; i < pixels.getPixelCount(); i++)
            pixels.setf(i, (float) (i % 64 * 100 / 63.0 + sigma * random.nextGaussian()));
        return new ImagePlus("ramp", pixels);
    }
}
