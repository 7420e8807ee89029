package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is promised of every model in the jar. */
class BundledModelsTest {

    private static final int LARGEST = 2_000_000;
    private static final int SIDE = 28;

    @TestFactory
    Stream<DynamicTest> modelsAreSmall() {
        return forEachModel(name -> assertTrue(bytes(name) < LARGEST, bytes(name) + " bytes"));
    }

    @TestFactory
    Stream<DynamicTest> modelsDenoise() {
        return forEachModel(
                name -> {
                    ImageProcessor clean = ring();
                    ImageProcessor noisy = noisy(clean);
                    double before = squaredError(clean, noisy);
                    double after = squaredError(clean, denoised(name, noisy));
                    assertTrue(after < before / 2, before + " before, " + after + " after");
                });
    }

    private interface Check {
        void of(String name) throws IOException;
    }

    private static Stream<DynamicTest> forEachModel(Check check) {
        return ModelLibrary.BUNDLED.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> check.of(name)));
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
