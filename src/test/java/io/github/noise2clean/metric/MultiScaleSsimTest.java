package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures are those of a separate computation in NumPy. */
class MultiScaleSsimTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @ParameterizedTest
    @CsvSource({
        "fmd_confocal/test, BPAE_B.png, 0.975264031, 0.974659861",
        "fmd_confocal/test, BPAE_G.png, 0.943021695, 0.940078887",
        "sem_dwell/val, 033.png, 0.810585136, 0.796951326"
    })
    void realImagesScoreAsInNumPy(String folder, String name, double skimage, double wang)
            throws IOException {
        Path clean = DATA.resolve(folder).resolve("clean").resolve(name);
        assumeTrue(Files.exists(clean), "The images of " + DATA + " are not here.");
        var reference = pixels(clean);
        var test = pixels(DATA.resolve(folder).resolve("noisy").resolve(name));
        assertEquals(skimage, by(SsimDefinition.SKIMAGE).mean(reference, test), 1e-6);
        assertEquals(wang, by(SsimDefinition.WANG).mean(reference, test), 1e-6);
    }

    @Test
    void oddSizesScoreAsInNumPy() {
        double score = by(SsimDefinition.SKIMAGE).mean(waves(0, 187, 121), waves(1, 187, 121));
        assertEquals(0.962324289, score, 1e-6);
    }

    @Test
    void volumesScoreAsInNumPy() {
        double score =
                by(SsimDefinition.SKIMAGE).mean(waves(0, 115, 112, 113), waves(1, 115, 112, 113));
        assertEquals(0.981639653, score, 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void equalImagesScoreOne(SsimDefinition definition) {
        assertEquals(1, by(definition).mean(waves(0, 180, 176), waves(0, 180, 176)), 1e-12);
    }

    /** Structures are equal at every scale, so that only the means of the coarsest count. */
    @Test
    void constantImagesDifferByTheirMeansAtTheCoarsestScale() {
        double c1 = Math.pow(0.01 * 255, 2);
        double luminance = (2 * 3 * 5 + c1) / (9 + 25 + c1);
        assertEquals(
                Math.pow(luminance, 0.1333),
                by(SsimDefinition.SKIMAGE).mean(constant(3), constant(5)),
                1e-12);
    }

    @Test
    void anInvertedImageScoresZero() {
        var inverted = waves(0, 112, 112);
        for (FloatType pixel : inverted) pixel.set(255 - pixel.get());
        assertEquals(0, by(SsimDefinition.SKIMAGE).mean(waves(0, 112, 112), inverted));
    }

    @ParameterizedTest
    @CsvSource({"SKIMAGE, 112, 7", "WANG, 176, 11"})
    void anImageTooSmallForFiveScalesIsRefused(SsimDefinition definition, int needed, int window) {
        var image = waves(0, 200, needed - 1);
        var e =
                assertThrows(
                        IllegalArgumentException.class, () -> by(definition).mean(image, image));
        assertEquals(
                ("MS-SSIM halves the image four times, which takes %d pixels along each axis"
                                + " with a window of %d, not 200 x %d.")
                        .formatted(needed, window, needed - 1),
                e.getMessage());
    }

    private static MultiScaleSsim by(SsimDefinition definition) {
        return new MultiScaleSsim(new Ssim(definition, 255));
    }

    private static RandomAccessibleInterval<FloatType> pixels(Path file) throws IOException {
        return ImagePluses.view(ImageFiles.open(file)).pixels();
    }

    private static RandomAccessibleInterval<FloatType> constant(float value) {
        var image = ArrayImgs.floats(112, 113);
        for (FloatType pixel : image) pixel.set(value);
        return image;
    }

    /** Waves of many lengths, and {@code ripple} times 20 of a short one. */
    private static RandomAccessibleInterval<FloatType> waves(double ripple, long... size) {
        var image = ArrayImgs.floats(size);
        Cursor<FloatType> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            double place = 0;
            for (int d = 0; d < size.length; d++) place += (d + 1) * cursor.getDoublePosition(d);
            double bent = Math.sin(0.003 * place * place / size[0]);
            double value = 120 + 60 * bent * Math.cos(0.1 * place);
            cursor.get().set((float) (value + 20 * ripple * Math.cos(2.1 * place)));
        }
        return image;
    }
}
