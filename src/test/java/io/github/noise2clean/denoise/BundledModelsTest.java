package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What is promised of every model in the jar. */
class BundledModelsTest {

    private static final int LARGEST = 4_000_000;
    private static final int SIDE = 28;

    @TestFactory
    Stream<DynamicTest> modelsAreSmall() {
        return names().map(name -> test(name, () -> assertTrue(bytes(name) < LARGEST, name)));
    }

    @TestFactory
    Stream<DynamicTest> modelsOfSmallPicturesHalveTheirError() {
        return names().filter(name -> name.contains("mnist"))
                .map(name -> test(name, () -> assertLess(0.5, name, ring(), noisy(ring()))));
    }

    /** In a scene that none of them has seen, of soft spots on a dark or grey ground. */
    @TestFactory
    Stream<DynamicTest> modelsOfMicroscopesTakeMostOfTheError() {
        return names().filter(name -> !name.contains("mnist"))
                .map(name -> test(name, () -> assertLess(0.15, name, spots(), exposed(spots()))));
    }

    private static void assertLess(
            double share, String name, ImageProcessor clean, ImageProcessor noisy)
            throws IOException {
        double before = squaredError(clean, noisy);
        double after = squaredError(clean, denoised(name, noisy));
        assertTrue(after < share * before, before + " before, " + after + " after");
    }

    private static Stream<String> names() {
        return ModelLibrary.BUNDLED.names().stream();
    }

    private static DynamicTest test(String name, Executable check) {
        return DynamicTest.dynamicTest(name, check);
    }

    private static long bytes(String name) throws IOException {
        String resource = "/noise2clean/models/" + name + ".zip";
        try (InputStream file = ModelLibrary.class.getResourceAsStream(resource)) {
            assertNotNull(file, resource);
            return file.readAllBytes().length;
        }
    }

    private static ImageProcessor denoised(String name, ImageProcessor noisy) throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 0, true, Estimate.PLAIN);
        try (var denoiser = new ImageDenoiser(ModelLibrary.BUNDLED.open(name), settings)) {
            ImagePlus image = new ImagePlus("ring", noisy);
            return denoiser.denoise(image, DenoisingListener.NONE).getProcessor();
        }
    }

    /** White, three pixels thick, on black. */
    private static ImageProcessor ring() {
        FloatProcessor image = new FloatProcessor(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) {
                double radius = Math.hypot(x - 13.5, y - 13.5);
                image.setf(x, y, radius > 6 && radius < 9 ? 255 : 0);
            }
        return image;
    }

    /** 96 x 96 pixels of soft spots of several sizes. */
    private static ImageProcessor spots() {
        FloatProcessor image = new FloatProcessor(96, 96);
        Random random = new Random(2);
        image.add(60);
        for (int i = 0; i < 25; i++)
            add(image, 96 * random.nextDouble(), 96 * random.nextDouble(), 2 + random.nextInt(7));
        return image;
    }

    private static void add(FloatProcessor image, double x0, double y0, double sigma) {
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                double distance = Math.hypot(x - x0, y - y0) / sigma;
                image.setf(
                        x,
                        y,
                        image.getf(x, y) + (float) (120 * Math.exp(-distance * distance / 2)));
            }
    }

    /** As a camera with a gain of 3 sees it. */
    private static ImageProcessor exposed(ImageProcessor clean) {
        float[] pixels = (float[]) clean.duplicate().getPixels();
        NoiseModel.parse("camera:3,0,5")
                .addTo(pixels, new DataRange(0, 255), new SplittableRandom(3));
        return new FloatProcessor(clean.getWidth(), clean.getHeight(), pixels);
    }

    /** With half the data range of Gaussian noise, clipped. */
    private static ImageProcessor noisy(ImageProcessor clean) {
        Random random = new Random(1);
        ImageProcessor noisy = clean.duplicate();
        for (int i = 0; i < noisy.getPixelCount(); i++) {
            double value = clean.getf(i) + 127.5 * random.nextGaussian();
            noisy.setf(i, (float) Math.max(0, Math.min(255, value)));
        }
        return noisy;
    }

    private static double squaredError(ImageProcessor a, ImageProcessor b) {
        double sum = 0;
        for (int i = 0; i < a.getPixelCount(); i++) sum += Math.pow(a.getf(i) - b.getf(i), 2);
        return sum / a.getPixelCount();
    }
}
