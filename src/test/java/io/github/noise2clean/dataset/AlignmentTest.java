package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.ImagePair;
import io.github.noise2clean.metric.Regression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {

    private static final Path SEM = Path.of("..", "shared", "data", "sem_dwell", "val");
    private static final List<Axis> PLANE = List.of(Axis.X, Axis.Y);
    private static final Blobs SCENE = new Blobs(300, 280, 0, 0);

    @ParameterizedTest
    @CsvSource({"1, 0", "3.5, 4.25", "-7.3, 5.8", "0.5, 0", "-0.3, 0.2", "2.25, -0.75", "12.4, -9"})
    void aShiftIsFoundToATenthOfAPixelInSpiteOfNoise(double x, double y) {
        for (double noise : new double[] {0, 20, 35}) {
            Translation found = found(SCENE.movedBy(x, y).image(noise, 2));
            assertEquals(x, found.x(), 0.1);
            assertEquals(y, found.y(), 0.1);
        }
    }

    @Test
    void noiseThatIsCorrelatedAlongLinesDoesNotMisleadIt() {
        Translation found = found(correlated(SCENE.movedBy(-1.6, 2.3), 30));
        assertEquals(-1.6, found.x(), 0.1);
        assertEquals(2.3, found.y(), 0.1);
    }

    @Test
    void otherGreyValuesDoNotMisleadIt() {
        var moved = SCENE.movedBy(1.5, -2.5).image(10, 2);
        moved.forEach(pixel -> pixel.set(1000 + 0.3f * pixel.get()));
        assertEquals(1.5, found(moved).x(), 0.1);
        assertEquals(-2.5, found(moved).y(), 0.1);
    }

    @Test
    void imagesThatLieOnEachOtherAreLeft() {
        for (long seed = 1; seed < 6; seed++)
            assertEquals(Translation.NONE, found(SCENE.image(10, seed)));
    }

    @Test
    void noiseAloneAndFarShiftsAndTinyImagesAreLeft() {
        var nothing = new Blobs(300, 280, 1e6, 0);
        assertEquals(Translation.NONE, found(nothing.image(10, 3)));
        assertEquals(Translation.NONE, found(SCENE.movedBy(20, 0).image(0, 1)));
        Blobs tiny = new Blobs(31, 31, 0, 0);
        assertEquals(Translation.NONE, found(tiny.image(0, 1), tiny.movedBy(2, 0).image(0, 1)));
    }

    @Test
    void theChannelThatTellsItBestDecides() {
        var empty = new Blobs(300, 280, 1e6, 0);
        var clean = Views.stack(empty.image(0, 1), SCENE.image(0, 1));
        var noisy = Views.stack(empty.image(9, 1), SCENE.movedBy(2.5, 0).image(9, 2));
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.CHANNEL);
        Translation found =
                Alignment.of(new ImagePair(new AxisImage(clean, axes), new AxisImage(noisy, axes)));
        assertEquals(2.5, found.x(), 0.1);
        assertEquals(0, found.y(), 0.1);
    }

    @Test
    void realScansLieOnEachOtherAfterwards() throws IOException {
        assumeTrue(Files.exists(SEM), "The images of " + SEM + " are not here.");
        for (Path file : ImageFiles.list(SEM.resolve("noisy"))) {
            var noisy = ImageFiles.open(file);
            var clean = ImageFiles.open(SEM.resolve("clean").resolve(file.getFileName()));
            Translation move = Alignment.of(ImagePair.of(clean, noisy));
            assertTrue(move.length() > 1, file + ": " + move);
            ImagePair aligned = ImagePair.of(move.moved(clean), move.covered(noisy));
            assertTrue(Alignment.of(aligned).length() < 0.3, file.toString());
            assertTrue(correlation(aligned) > correlation(ImagePair.of(clean, noisy)) + 0.01);
        }
    }

    private static double correlation(ImagePair pair) {
        Regression line = new Regression();
        line.add(pair.reference().pixels(), pair.test().pixels());
        return line.correlation();
    }

    private static Translation found(RandomAccessibleInterval<FloatType> noisy) {
        return found(SCENE.image(0, 1), noisy);
    }

    private static Translation found(
            RandomAccessibleInterval<FloatType> clean, RandomAccessibleInterval<FloatType> noisy) {
        return Alignment.of(
                new ImagePair(new AxisImage(clean, PLANE), new AxisImage(noisy, PLANE)));
    }

    /** The noise of a pixel is nearly that of the three before it. */
    private static RandomAccessibleInterval<FloatType> correlated(Blobs scene, double noise) {
        float[] pixels = new float[300 * 280];
        float[] grain = new float[300 * 280];
        var image = ArrayImgs.floats(pixels, 300, 280);
        ImgUtil.copy(scene.image(0, 1), image);
        ImgUtil.copy(
                new Blobs(300, 280, 1e6, 0).image(noise, 4), ArrayImgs.floats(grain, 300, 280));
        for (int i = 3; i < pixels.length; i++)
            for (int back = 0; back < 4; back++) pixels[i] += grain[i - back] / 2;
        return image;
    }
}
