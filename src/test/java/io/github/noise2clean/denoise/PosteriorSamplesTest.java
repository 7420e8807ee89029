package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PosteriorSamplesTest {

    private static final Normalization GREY = new Normalization.Fixed(0, 255);

    /** In this model every pixel is its own code, with the deviation 1. */
    @Test
    void samplesScatterAroundTheImageWithTheDeviationOfTheCode() throws IOException {
        ImagePlus noisy = IJ.createImage("flat", 100, 50, 1, 8);
        noisy.getProcessor().add(50);
        ImagePlus samples = samples(TestModels.variational(), noisy, 100, 3);
        assertEquals(50, mean(pixels(samples, 101)), 0.01);
        assertEquals(1, mean(pixels(samples, 102)), 0.02);
    }

    @Test
    void meanAndDeviationAreThoseOfTheSamples() throws IOException {
        ImagePlus samples = samples(vae(Head.LINEAR), noisy(), 4, 3);
        RunningMoments moments = new RunningMoments(19 * 13);
        for (int i = 1; i <= 4; i++) moments.add(pixels(samples, i));
        assertArrayEquals(moments.mean(), pixels(samples, 5));
        assertArrayEquals(moments.standardDeviation(), pixels(samples, 6));
    }

    @Test
    void slicesAreLabelledAndCalibrated() throws IOException {
        ImagePlus noisy = noisy();
        noisy.getCalibration().pixelWidth = 0.25;
        noisy.getCalibration().setUnit("micron");
        noisy.setDisplayRange(10, 90);
        ImagePlus samples = samples(vae(Head.LINEAR), noisy, 2, 3);
        assertEquals(32, samples.getBitDepth());
        assertArrayEquals(new int[] {19, 13, 1, 4, 1}, samples.getDimensions());
        assertArrayEquals(
                new String[] {"sample 1", "sample 2", "mean", "standard deviation"},
                Arrays.copyOf(samples.getStack().getSliceLabels(), 4));
        assertEquals(0.25, samples.getCalibration().pixelWidth);
        assertEquals("micron", samples.getCalibration().getUnit());
        assertEquals(10, samples.getDisplayRangeMin());
        assertEquals(90, samples.getDisplayRangeMax());
    }

    @Test
    void aSampleDependsOnSeedAndNumberOnly() throws IOException {
        ImagePlus two = samples(vae(Head.LINEAR), noisy(), 2, 3);
        ImagePlus three = samples(vae(Head.LINEAR), noisy(), 3, 3);
        assertArrayEquals(pixels(two, 2), pixels(three, 2));
        assertFalse(Arrays.equals(pixels(three, 1), pixels(three, 2)));
        ImagePlus other = samples(vae(Head.LINEAR), noisy(), 1, 4);
        assertFalse(Arrays.equals(pixels(two, 1), pixels(other, 1)));
    }

    @Test
    void aNetworkThatCarriesTheImagePastItsCodeHasSamplesToo() throws IOException {
        ImagePlus samples = samples(vae(Head.RESIDUAL), noisy(), 2, 3);
        assertFalse(Arrays.equals(pixels(samples, 1), pixels(samples, 2)));
    }

    @Test
    void theCurrentPlaneOfAStackIsTaken() throws IOException {
        ImagePlus stack = IJ.createHyperStack("stack", 100, 50, 2, 3, 1, 8);
        for (int plane = 1; plane <= 6; plane++)
            stack.getStack().getProcessor(plane).add(10 * plane);
        stack.setPosition(2, 2, 1);
        assertEquals(40, mean(pixels(samples(TestModels.variational(), stack, 1, 3), 2)), 0.1);
    }

    @Test
    void coloursAreSampledAsChannelsAndLeftAsTheyWere() throws IOException {
        ImagePlus colour = IJ.createImage("colour", 100, 50, 1, 24);
        colour.getProcessor().setColor(0x102030);
        colour.getProcessor().fill();
        ImagePlus samples = samples(TestModels.variational(), colour, 1, 3);
        assertArrayEquals(new int[] {100, 50, 3, 3, 1}, samples.getDimensions());
        for (int channel = 1; channel <= 3; channel++)
            assertEquals(16 * channel, mean(pixels(samples, channel)), 0.1);
        assertEquals(0x102030, colour.getProcessor().get(7, 7) & 0xffffff);
    }

    @Test
    void networksWithoutSamplesOfPlanesAreRefused() {
        assertRefused(
                "The model test has no latent code to sample: only a variational network has one.",
                TestModels.times(2, 1, GREY));
        var volumes = new ResBlockAutoencoder(3, 2, 1, 1, false, Head.LINEAR);
        assertRefused(
                "The model test works on volumes, and samples are made of planes only.",
                TestModels.random(new ResBlockVariational(volumes, 2).graph(), GREY));
    }

    @Test
    void progressIsThatOfAllSamples() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        told.add(done);
                        assertEquals(2 * 247, total);
                    }
                };
        PosteriorSamples.of(vae(Head.LINEAR), noisy(), settings(2, 3), listener);
        assertEquals(List.of(247L, 494L), told);
    }

    @Test
    void theListenerStopsIt() {
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> PosteriorSamples.of(vae(Head.LINEAR), noisy(), settings(2, 3), listener));
    }

    private static void assertRefused(String reason, TrainedModel model) {
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> samples(model, noisy(), 1, 1))
                        .getMessage());
    }

    private static ImagePlus samples(TrainedModel model, ImagePlus noisy, int count, long seed)
            throws IOException {
        return PosteriorSamples.of(model, noisy, settings(count, seed), DenoisingListener.NONE);
    }

    private static SamplingSettings settings(int count, long seed) {
        return new SamplingSettings(DeviceChoice.CPU, count, seed);
    }

    private static TrainedModel vae(Head head) {
        var around = new ResBlockAutoencoder(2, 2, 2, 1, false, head);
        return TestModels.random(new ResBlockVariational(around, 3).graph(), GREY);
    }

    private static ImagePlus noisy() {
        ImagePlus noisy = IJ.createImage("ramp", "8-bit ramp", 19, 13, 1);
        noisy.getProcessor().setf(5, 5, 200);
        return noisy;
    }

    private static float[] pixels(ImagePlus samples, int slice) {
        return (float[]) samples.getStack().getPixels(slice);
    }

    private static double mean(float[] pixels) {
        double sum = 0;
        for (float value : pixels) sum += value;
        return sum / pixels.length;
    }
}
