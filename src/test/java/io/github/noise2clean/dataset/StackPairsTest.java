package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.metric.Regression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPairsTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 100;
    private static final Blobs SCENE = new Blobs(WIDTH, HEIGHT, 0, 0);
    private static final Blobs DRIFTED = SCENE.movedBy(2.5, -1.25);
    private static final Cut PLANES = Cut.PLANES;

    @TempDir private Path folder;

    @Test
    void planesOfAnAlignedPairAgree() throws IOException {
        TrainingImage image = read(PLANES, PairMatch.of(true, false)).images().get(0).get(2);
        assertEquals(WIDTH - 3 - 2, image.target().dimension(0));
        assertEquals(HEIGHT - 1 - 2 - 2, image.target().dimension(1));
        assertTrue(correlation(image) > 0.9999, "correlation " + correlation(image));
        TrainingImage given = read(PLANES, PairMatch.AS_GIVEN).images().get(0).get(2);
        assertTrue(correlation(given) < 0.95, "correlation " + correlation(given));
    }

    @Test
    void greyValuesAreMatchedOfWhatLiesInPlace() throws IOException {
        TrainingImage image = read(PLANES, PairMatch.of(true, true)).images().get(0).get(2);
        var target = Views.flatIterable(image.target()).cursor();
        for (FloatType noisy : Views.flatIterable(image.noisy(1)))
            assertEquals(noisy.get(), target.next().get(), 1);
    }

    @Test
    void volumesAndPlanesWithTheirNeighboursAreMovedToo() throws IOException {
        Cut volumes = new Cut(3, 1);
        Cut around = new Cut(2, 1, Optional.of(PlaneContext.of(1, "z")), PLANES.axes());
        for (Cut cut : List.of(volumes, around)) {
            TrainingImage image = read(cut, PairMatch.of(true, true)).images().get(0).get(0);
            var noisy = image.noisy(1);
            var all = image instanceof WithContext shown ? shown.all().target() : image.target();
            assertTrue(Intervals.equalDimensions(noisy, all));
            assertTrue(correlation(noisy, all) > 0.999, cut.toString());
        }
    }

    @Test
    void theNoteTellsHowMuchWasMovedInPlaceOfTheWarning() throws IOException {
        assertEquals(
                List.of(
                        "Moved to lie on their noisy images: 1 of 1 clean ones, by 2.8 pixels at"
                                + " most."),
                read(PLANES, PairMatch.of(true, true)).warnings());
        assertTrue(read(PLANES, PairMatch.of(false, true)).warnings().get(0).contains("--align"));
        Path clean = folder.resolve("clean.tif");
        assertEquals(
                List.of("No clean image was moved: no pair is shifted for certain."),
                read(clean, clean, prepared(PLANES, PairMatch.of(true, false))).warnings());
    }

    @Test
    void imagesOfDifferentSizesAreRefused() throws IOException {
        Path small = folder.resolve("small.tif");
        ImageFiles.save(IJ.createImage("", "32-bit black", 50, 50, 1), small);
        save("clean.tif", SCENE, 1);
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                read(
                                        small,
                                        folder.resolve("clean.tif"),
                                        prepared(PLANES, PairMatch.of(true, false))));
        assertTrue(e.getMessage().contains("differ in size"), e.getMessage());
    }

    private TrainingFiles read(Cut cut, PairMatch match) throws IOException {
        save("noisy.tif", DRIFTED, 0.5);
        save("clean.tif", SCENE, 1);
        return read(folder.resolve("noisy.tif"), folder.resolve("clean.tif"), prepared(cut, match));
    }

    private static TrainingFiles read(Path noisy, Path clean, Preparation preparation)
            throws IOException {
        return TrainingFiles.pairs(List.of(noisy), List.of(clean), preparation);
    }

    private static Preparation prepared(Cut cut, PairMatch match) {
        return new Preparation(Optional.empty(), cut, Optional.empty()).with(match);
    }

    /** Five slices, each darker than the one before. */
    private void save(String name, Blobs scene, double brightness) throws IOException {
        ImagePlus image = IJ.createHyperStack(name, WIDTH, HEIGHT, 1, 5, 1, 32);
        var planes = ImagePluses.view(image).planes();
        for (int z = 0; z < planes.size(); z++) {
            float factor = (float) (brightness * (1 - 0.1 * z));
            RandomAccessibleInterval<FloatType> pixels = scene.image(0, 1);
            pixels.forEach(pixel -> pixel.mul(factor));
            ImgUtil.copy(pixels, planes.get(z));
        }
        ImageFiles.save(image, folder.resolve(name));
    }

    private static double correlation(TrainingImage image) {
        return correlation(image.noisy(1), image.target());
    }

    private static double correlation(
            RandomAccessibleInterval<FloatType> first, RandomAccessibleInterval<FloatType> second) {
        Regression line = new Regression();
        line.add(first, second);
        return line.correlation();
    }
}
