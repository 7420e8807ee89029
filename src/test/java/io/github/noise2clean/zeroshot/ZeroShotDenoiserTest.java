package io.github.noise2clean.zeroshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageConverter;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of seconds, on the image that they denoise. */
class ZeroShotDenoiserTest {

    private static final int SIDE = 64;

    @Test
    void theNoiseFallsByFiveDecibels() throws IOException {
        ImagePlus noisy = NoisyWaves.noisy(SIDE, 1);
        double gain = gain(noisy, denoised(noisy, 40, Portion.IMAGE, 1), 1);
        assertTrue(gain > 5, gain + " dB");
    }

    @Test
    void aStackSharesTheTrainingOfOneNetwork() throws IOException {
        ImagePlus noisy = NoisyWaves.noisy(SIDE, 3);
        double gain = gain(noisy, denoised(noisy, 40, Portion.IMAGE, 1), 3);
        assertTrue(gain > 5, gain + " dB");
    }

    @Test
    void aNetworkForEachPlaneKnowsNoOtherPlane() throws IOException {
        ImagePlus two = NoisyWaves.noisy(32, 2);
        ImagePlus first = new ImagePlus("first", two.getStack().getProcessor(1).duplicate());
        assertArrayEquals(
                pixels(denoised(first, 4, Portion.PLANE, 1), 1),
                pixels(denoised(two, 4, Portion.PLANE, 1), 1));
        assertFalse(
                Arrays.equals(
                        pixels(denoised(first, 4, Portion.IMAGE, 1), 1),
                        pixels(denoised(two, 4, Portion.IMAGE, 1), 1)));
    }

    @Test
    void theSeedDecidesEveryPixel() throws IOException {
        ImagePlus noisy = NoisyWaves.noisy(32, 1);
        float[] once = pixels(denoised(noisy, 4, Portion.IMAGE, 1), 1);
        assertArrayEquals(once, pixels(denoised(noisy, 4, Portion.IMAGE, 1), 1));
        assertFalse(Arrays.equals(once, pixels(denoised(noisy, 4, Portion.IMAGE, 2), 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void typeAndAllThatBelongsToTheImageAreKept(int bits) throws IOException {
        ImagePlus noisy = NoisyWaves.noisy(24, 1);
        convert(noisy, bits);
        Calibration calibration = noisy.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 0.25;
        ImagePlus denoised = denoised(noisy, 4, Portion.IMAGE, 1);
        assertEquals(bits, denoised.getBitDepth());
        assertEquals("waves", denoised.getTitle());
        assertEquals("micron", denoised.getCalibration().getUnit());
        assertEquals(0.25, denoised.getCalibration().pixelWidth);
        double before = noisy.getStatistics().mean;
        assertEquals(before, denoised.getStatistics().mean, 0.3 * before);
    }

    @Test
    void aConstantImageStaysAsItIs() throws IOException {
        ImagePlus constant = new ImagePlus("", NoisyWaves.clean(20, 1).getProcessor());
        constant.getProcessor().setValue(7);
        constant.getProcessor().fill();
        float[] pixels = pixels(denoised(constant, 4, Portion.IMAGE, 1), 1);
        for (float pixel : pixels) assertEquals(7, pixel, 1e-5);
    }

    @Test
    void holesAreFilledAndDoNotSpread() throws IOException {
        ImagePlus noisy = NoisyWaves.noisy(SIDE, 1);
        for (int x = 20; x < 24; x++) noisy.getProcessor().setf(x, 30, Float.NaN);
        noisy.getProcessor().setf(3, 3, Float.POSITIVE_INFINITY);
        double gain = gain(NoisyWaves.noisy(SIDE, 1), denoised(noisy, 40, Portion.IMAGE, 1), 1);
        assertTrue(gain > 5, gain + " dB");
    }

    @Test
    void smallImagesAreRefused() {
        assertRefused("5 x 5 pixels is too small", NoisyWaves.noisy(5, 1));
        ImagePlus row = new ImagePlus("", NoisyWaves.noisy(40, 1).getProcessor().resize(40, 1));
        assertRefused("40 x 1 pixels is too small", row);
    }

    @Test
    void progressGrowsToAllPixels() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        assertEquals(2 * 32 * 32, total);
                        told.add(done);
                    }
                };
        denoiser(5, Portion.PLANE, 1).denoise(NoisyWaves.noisy(32, 2), listener);
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.size() >= 12, told.size() + " times");
        assertEquals(2 * 32 * 32, told.get(told.size() - 1));
    }

    @Test
    void theListenerStopsTheTraining() {
        DenoisingListener impatient =
                new DenoisingListener() {
                    private long told;

                    @Override
                    public void tileDone(long done, long total) {
                        told++;
                    }

                    @Override
                    public boolean isStopped() {
                        return told == 3;
                    }
                };
        ZeroShotDenoiser denoiser = denoiser(1_000_000, Portion.IMAGE, 1);
        assertThrows(
                CancellationException.class,
                () -> denoiser.denoise(NoisyWaves.noisy(32, 1), impatient));
    }

    @Test
    void theUserIsWarnedOfNoiseThatNeighboursShare() {
        ImagePlus noisy = NoisyWaves.noisy(128, 1);
        assertEquals(Optional.empty(), ZeroShotDenoiser.warning(noisy));
        float[] pixels = pixels(noisy, 1);
        for (int i = 0; i + 1 < pixels.length; i++) pixels[i] = (pixels[i] + pixels[i + 1]) / 2;
        String sentence = ZeroShotDenoiser.warning(noisy).orElseThrow();
        assertTrue(sentence.startsWith("The noise of neighbouring pixels is correlated"), sentence);
    }

    @Test
    void wrongSettingsAreMistakes() {
        assertThrows(IllegalArgumentException.class, () -> denoiser(0, Portion.IMAGE, 1));
        assertThrows(IllegalArgumentException.class, () -> Portion.parse("slice"));
        DenoisingSettings sampled =
                new DenoisingSettings(DeviceChoice.CPU, 0, false, new Estimate.Sample(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ZeroShotSettings(sampled, Portion.IMAGE, 1, 1));
    }

    private static void assertRefused(String words, ImagePlus noisy) {
        String sentence =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> denoised(noisy, 4, Portion.IMAGE, 1))
                        .getMessage();
        assertTrue(sentence.contains(words), sentence);
    }

    private static ImagePlus denoised(ImagePlus noisy, int steps, Portion portion, long seed)
            throws IOException {
        return denoiser(steps, portion, seed).denoise(noisy, DenoisingListener.NONE);
    }

    private static ZeroShotDenoiser denoiser(int steps, Portion portion, long seed) {
        DenoisingSettings denoising =
                new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN);
        return new ZeroShotDenoiser(new ZeroShotSettings(denoising, portion, steps, seed));
    }

    private static double gain(ImagePlus noisy, ImagePlus denoised, int planes) {
        ImagePlus clean = NoisyWaves.clean(SIDE, planes);
        return 10
                * Math.log10(
                        NoisyWaves.meanSquaredError(noisy, clean)
                                / NoisyWaves.meanSquaredError(denoised, clean));
    }

    private static float[] pixels(ImagePlus image, int plane) {
        return (float[]) image.getStack().getPixels(plane);
    }

    private static void convert(ImagePlus image, int bits) {
        if (bits == 32) return;
        image.setDisplayRange(0, 255);
        ImageConverter.setDoScaling(bits != 16);
        ImageConverter converter = new ImageConverter(image);
        if (bits == 8) converter.convertToGray8();
        if (bits == 16) converter.convertToGray16();
        if (bits == 24) converter.convertToRGB();
    }
}
