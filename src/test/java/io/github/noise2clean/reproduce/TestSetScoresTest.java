package io.github.noise2clean.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.reproduce.TestSetScores.Row;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestSetScoresTest {

    private static final double PSNR_OF_NOISE = 20 * Math.log10(255.0 / 40);
    private static final TestSet IMAGES = TestImages.noisy(TestImages.grey(6));
    private static final Progress PROGRESS = new Progress();

    /** With the clean images in place of what a network makes. */
    private static final TestSetScores SCORES = TestSetScores.of(IMAGES, IMAGES.clean(), PROGRESS);

    @Test
    void rowsNameTheMethodsAndTheirStrengths() {
        List<String> names = SCORES.rows().stream().map(Row::method).toList();
        assertEquals("noisy", names.get(0));
        assertEquals("median 3x3", names.get(1));
        assertTrue(names.get(2).matches("Gaussian, sigma \\d\\.\\d+"), names.get(2));
        assertTrue(names.get(3).matches("non-local means, h \\d+"), names.get(3));
        assertEquals("network", names.get(4));
    }

    @Test
    void noiseOfFortyGreyLevelsHasThePsnrOfItsVariance() {
        assertEquals(PSNR_OF_NOISE, SCORES.rows().get(0).score().psnr(), 0.2);
    }

    @Test
    void everyFilterIsBetterThanTheNoisyImages() {
        List<Row> rows = SCORES.rows();
        for (Row row : rows.subList(1, 4))
            assertTrue(row.score().psnr() > rows.get(0).score().psnr() + 3, row.toString());
    }

    @Test
    void cleanImagesAsTheNetworksResultArePerfect() {
        assertEquals(new Score(Double.POSITIVE_INFINITY, 1, 1), SCORES.network());
    }

    @Test
    void theNetworksResultIsClamped() {
        ImagePlus white = TestImages.grey(1);
        white.getProcessor().add(255);
        ImagePlus brighter = ImagePluses.blankCopy(white, true);
        brighter.getProcessor().add(300);
        TestSet images = new TestSet(white, brighter);
        assertEquals(Double.POSITIVE_INFINITY, measurement(images).of(brighter).psnr());
        assertEquals(20 * Math.log10(255.0 / 45), measurement(images).ofNoisy().psnr(), 1e-6);
    }

    @Test
    void noOtherWidthOfTheGaussianIsBetter() {
        Measurement measurement = measurement(IMAGES);
        double best = SCORES.rows().get(2).score().psnr();
        for (Filter filter : Filter.gaussians()) assertTrue(measurement.of(filter).psnr() <= best);
    }

    @Test
    void coloursAreMeasuredTogether() {
        TestSet colours = TestImages.noisy(TestImages.colour(5));
        assertEquals(PSNR_OF_NOISE, measurement(colours).ofNoisy().psnr(), 0.2);
    }

    @Test
    void anImageOfAStackKeepsItsPixelsAndChannels() {
        TestSet colours = TestImages.noisy(TestImages.colour(3));
        ImagePlus second = colours.noisy(1);
        assertEquals(3, second.getNChannels());
        assertEquals(
                colours.noisy().getStack().getVoxel(5, 7, 4), second.getStack().getVoxel(5, 7, 1));
    }

    @Test
    void progressOfEveryMethodReachesTheEnd() {
        assertEquals(5 * 6, PROGRESS.calls.get());
        assertEquals(5, PROGRESS.ends.get());
    }

    @Test
    void stoppingEndsTheWork() {
        ReproductionListener stopping =
                new ReproductionListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> TestSetScores.of(IMAGES, IMAGES.clean(), stopping));
    }

    private static Measurement measurement(TestSet images) {
        return new Measurement(images, ReproductionListener.NONE);
    }

    private static final class Progress implements ReproductionListener {

        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        public void taskAdvanced(String task, long done, long total) {
            calls.incrementAndGet();
            if (done == total) ends.incrementAndGet();
        }
    }
}
