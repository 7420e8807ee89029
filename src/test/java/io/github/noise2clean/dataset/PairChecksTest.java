package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PairChecksTest {

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final Blobs SCENE = new Blobs(128, 128, 0, 0);
    private static final PairMatch MATCHED = PairMatch.of(false, true);
    private static final ImagePlus CLEAN = image("clean.tif", SCENE, 0, 1, 0);

    @Test
    void theMapFromCleanToNoisyGreyValuesIsFoundInSpiteOfNoise() {
        IntensityFit fit = fit(image("noisy.tif", SCENE, 30, 0.55, 11.7), CLEAN);
        assertEquals(0.55, fit.slope(), 4 * fit.error());
        assertEquals(11.7, fit.offset(), 1);
        assertTrue(fit.error() < 0.01 && fit.differs() && fit.isLikely());
    }

    @Test
    void noiseAloneIsNoDifferenceInGreyValues() {
        assertFalse(fit(image("noisy.tif", SCENE, 80, 1, 0), CLEAN).differs());
        IntensityFit small = fit(image("noisy.tif", SCENE, 30, 1, 10), CLEAN);
        assertTrue(small.differs(), small.toString());
    }

    @Test
    void tinyGreyValuesAreFittedAsWell() {
        ImagePlus noisy = image("noisy.tif", SCENE, 10, 1, 0);
        noisy.getProcessor().multiply(1e-6);
        assertEquals(1e-6, fit(noisy, CLEAN).slope(), 2e-8);
    }

    @Test
    void nothingIsSaidOfGoodPairs() {
        PairChecks checks = new PairChecks();
        for (int i = 0; i < 5; i++) add(checks, image("a.tif", SCENE, 20 * i, 1, 0), CLEAN);
        ImagePlus empty = image("empty.tif", SCENE, 0, 0, 7);
        add(checks, image("noise.tif", SCENE, 10, 0, 7), empty);
        assertEquals(List.of(), checks.warnings(PairMatch.AS_GIVEN));
    }

    @Test
    void manyPairsAreToldInOneSentenceWithTheWorst() {
        PairChecks checks = new PairChecks();
        add(checks, image("a.tif", SCENE, 10, 1, 0), CLEAN);
        add(checks, image("b.tif", SCENE, 0, 0.8, 11.7), CLEAN);
        add(checks, image("c.tif", SCENE, 0, 0.55, 11.7), CLEAN);
        assertEquals(
                List.of(
                        "In 2 of 3 pairs the noisy image has other grey values than the clean one"
                                + " (the most in c.tif: 0.55 times as bright as the clean image,"
                                + " plus 11.7). Match the intensities (--match-intensities), or the"
                                + " network learns this difference too."),
                checks.warnings(PairMatch.AS_GIVEN));
        assertEquals(List.of(), checks.warnings(MATCHED));
    }

    @Test
    void aShiftedPairAndAWrongOneAreTold() {
        PairChecks shifted = new PairChecks();
        add(shifted, image("moved.tif", SCENE.movedBy(2, -3), 5, 1, 0), CLEAN);
        assertEquals(
                List.of(
                        "The noisy image is shifted from the clean one (moved.tif: by"
                                + " 2.0 pixels along x and -3.0 along y). Align the images (--align),"
                                + " or the network learns to blur."),
                shifted.warnings(MATCHED));
        String left = shifted.warnings(PairMatch.of(true, true)).get(0);
        assertTrue(left.contains("This could not be aligned: do it beforehand, or"), left);
        PairChecks wrong = new PairChecks();
        ImagePlus other = image("other.tif", SCENE, 5, 1, 0);
        other.getProcessor().flipHorizontal();
        add(wrong, other, CLEAN);
        assertTrue(
                wrong.warnings(MATCHED).get(0).contains("does not resemble"),
                wrong.warnings(MATCHED).toString());
    }

    @Test
    void everyChannelIsLookedAt() {
        ImageStack clean = new ImageStack(128, 128);
        ImageStack noisy = new ImageStack(128, 128);
        for (int c = 0; c < 2; c++) {
            clean.addSlice(CLEAN.getProcessor());
            noisy.addSlice(image("", SCENE, 3, c == 1 ? 2 : 1, 0).getProcessor());
        }
        PairChecks checks = new PairChecks();
        add(checks, channels("two.tif", noisy), channels("clean.tif", clean));
        String warning = checks.warnings(PairMatch.AS_GIVEN).get(0);
        assertTrue(warning.startsWith("In 1 of 2 pairs"), warning);
        assertTrue(warning.contains("(two.tif (channel 2): 2.00 times as bright"), warning);
    }

    /** The table was made with numpy. */
    @Test
    void realPairsHaveTheMapsOfTheTable() throws IOException {
        Path table = DATA.resolve("pairs.csv");
        assumeTrue(Files.exists(table), "The table " + table + " is not here.");
        List<String> rows = Files.readAllLines(table).stream().skip(1).toList();
        assertTrue(rows.size() > 100);
        for (String row : rows) {
            String[] cells = row.split(",");
            IntensityFit fit = fit(open(cells[2]), open(cells[3]));
            assertEquals(Double.parseDouble(cells[7]), fit.slope(), 1e-5, row);
            assertEquals(Double.parseDouble(cells[8]), fit.offset(), 1e-4, row);
        }
    }

    @Test
    void realPairsAreJudged() throws IOException {
        List<String> stretched = warnings("w2s/train");
        assertEquals(1, stretched.size(), stretched.toString());
        assertTrue(stretched.get(0).contains(" of 60 pairs"), stretched.get(0));
        assertTrue(stretched.get(0).contains("056_2.png: 0.30 times as bright"), stretched.get(0));
        List<String> drifting = warnings("sem_dwell/train");
        assertTrue(drifting.get(1).contains("is shifted"), drifting.toString());
        assertTrue(drifting.get(1).contains("002.png: by 2.8 pixels along x and -5.0 along y"));
    }

    private static List<String> warnings(String folder) throws IOException {
        Path path = DATA.resolve(folder);
        assumeTrue(Files.exists(path), "The images of " + path + " are not here.");
        PairChecks checks = new PairChecks();
        for (Path noisy : ImageFiles.list(path.resolve("noisy"))) {
            Path clean = path.resolve("clean").resolve(noisy.getFileName());
            add(checks, ImageFiles.open(noisy), ImageFiles.open(clean));
        }
        return checks.warnings(PairMatch.AS_GIVEN);
    }

    private static void add(PairChecks checks, ImagePlus noisy, ImagePlus clean) {
        checks.add(noisy.getTitle(), ImagePluses.view(noisy), ImagePluses.view(clean));
    }

    private static ImagePlus open(String file) throws IOException {
        return ImageFiles.open(DATA.resolve(file));
    }

    private static IntensityFit fit(ImagePlus noisy, ImagePlus clean) {
        AxisImage noisyView = ImagePluses.view(noisy);
        return IntensityFit.of(noisyView, ImagePluses.view(clean));
    }

    private static ImagePlus channels(String title, ImageStack stack) {
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(2, 1, 1);
        return image;
    }

    /** 32-bit: slope times the scene plus offset, with noise. */
    private static ImagePlus image(
            String title, Blobs scene, double noise, double slope, double offset) {
        RandomAccessibleInterval<FloatType> pixels = scene.image(0, 1);
        RandomAccessibleInterval<FloatType> grain = new Blobs(128, 128, 1e6, 0).image(noise, 7);
        float[] values = new float[128 * 128];
        var cursor = Views.flatIterable(pixels).cursor();
        var grains = Views.flatIterable(grain).cursor();
        for (int i = 0; i < values.length; i++)
            values[i] = (float) (slope * cursor.next().get() + offset + grains.next().get());
        return new ImagePlus(title, new FloatProcessor(128, 128, values));
    }
}
