package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;

class CamerasTest {

    private static final int SIDE = 256;
    private static final Path REPEATS =
            Path.of("..", "shared", "data", "fmd_bpae_b_repeats", "fov1", "raw");

    @Test
    void everyChannelHasItsCamera() {
        List<CameraEstimate> found = Cameras.perChannel(List.of(image(2, 6), image(2, 6)));
        assertEquals(2, found.size());
        assertEquals(2, found.get(0).camera().gain(), 0.1);
        assertEquals(6, found.get(1).camera().gain(), 0.3);
    }

    @Test
    void imagesOfDifferentChannelsHaveOneCameraInCommon() {
        List<PlaneStack> images = List.of(image(2), image(2, 2));
        assertEquals(2, Cameras.common(images).camera().gain(), 0.1);
        assertThrows(IllegalArgumentException.class, () -> Cameras.perChannel(images));
    }

    @Test
    void noImagesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cameras.common(List.of()));
    }

    /** A real confocal microscope; 50 repeats of it tell the noise of every pixel. */
    @Test
    void theGainOfOneRealImageIsThatOfItsRepeats() throws IOException {
        assumeTrue(Files.isDirectory(REPEATS), "the data folder " + REPEATS + " is not there");
        List<PlaneStack> repeats = ImageFiles.openOnDemand(List.of(REPEATS), PlaneCache.ofHeap());
        double gain = gainOfRepeats(repeats);
        assertEquals(3.7, gain, 0.1);
        assertEquals(gain, Cameras.common(repeats.subList(0, 1)).camera().gain(), 0.1 * gain);
        assertEquals(gain, Cameras.common(repeats).camera().gain(), 0.05 * gain);
    }

    /** The slope from the pixels around 6 to those around 60 of their variances over time. */
    private static double gainOfRepeats(List<PlaneStack> repeats) {
        double[] dark = meanAndVariance(repeats, 5, 7);
        double[] bright = meanAndVariance(repeats, 50, 70);
        return (bright[1] - dark[1]) / (bright[0] - dark[0]);
    }

    /** Averaged over the pixels whose mean over time lies in between. */
    private static double[] meanAndVariance(List<PlaneStack> repeats, double low, double high) {
        List<float[]> looks = repeats.stream().map(CamerasTest::pixels).toList();
        double[] sums = new double[2];
        int count = 0;
        for (int i = 0; i < looks.get(0).length; i++) {
            double mean = 0;
            double differences = 0;
            for (int t = 0; t < looks.size(); t++) {
                float value = looks.get(t)[i];
                float next = looks.get((t + 1) % looks.size())[i];
                mean += value / looks.size();
                differences += (next - value) * (next - value) / 2 / looks.size();
            }
            if (mean < low || mean > high) continue;
            sums[0] += mean;
            sums[1] += differences;
            count++;
        }
        return new double[] {sums[0] / count, sums[1] / count};
    }

    private static float[] pixels(PlaneStack image) {
        float[] pixels = new float[Math.toIntExact(image.view().pixels().size())];
        ImgUtil.copy(
                image.view().pixels(),
                ArrayImgs.floats(
                        pixels, image.size().plane().width(), image.size().plane().height()));
        return pixels;
    }

    private static PlaneStack image(double... gains) {
        ImageStack channels = new ImageStack(SIDE, SIDE);
        for (double gain : gains) channels.addSlice(plane(gain));
        ImagePlus image = new ImagePlus("ramp", channels);
        image.setDimensions(gains.length, 1, 1);
        return PlaneStack.of(image);
    }

    private static ImageProcessor plane(double gain) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) pixels[i] = 100 + 5 * Math.max(0, i % SIDE - 60);
        NoiseModel.parse("camera:" + gain + ",100,5")
                .addTo(pixels, new DataRange(0, 0), new SplittableRandom(1));
        return new FloatProcessor(SIDE, SIDE, pixels);
    }
}
