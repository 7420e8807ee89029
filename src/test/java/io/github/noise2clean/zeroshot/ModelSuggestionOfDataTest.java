package io.github.noise2clean.zeroshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is suggested for images of real microscopes and cameras. */
class ModelSuggestionOfDataTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @Test
    void imagesOfFluorescenceMicroscopesAreFluorescence() throws IOException {
        for (String folder :
                List.of(
                        "fmd_confocal/test/noisy",
                        "w2s/val/noisy",
                        "twophoton_float32/test/noisy",
                        "gigadb_bpae/test/noisy",
                        "single_noisy")) assertAll("fluorescence", images(folder));
    }

    @Test
    void ofStacksOnlyTheElectronMicrographAndTheColonoscopyAreNot() throws IOException {
        for (ImagePlus stack : images("stacks")) {
            boolean bright = stack.getTitle().matches(".*(em_mitochondria_er|polyp).tif");
            assertSuggested(bright ? "natural-grey" : "fluorescence", stack);
        }
    }

    /** 4 of 60, whose cells fill the field. */
    @Test
    void crowdedFieldsOfAWidefieldMicroscopeAreSeldomMistaken() throws IOException {
        Map<String, Integer> found = counts(images("w2s/train/noisy"));
        assertEquals(Map.of("fluorescence", 56, "natural-grey", 4), found);
    }

    @Test
    void imagesOfScanningElectronMicroscopesAreElectronMicroscopy() throws IOException {
        for (String folder :
                List.of("sem_dwell/train/noisy", "sem_dwell/val/noisy", "sem_line/val/noisy"))
            assertAll("electron-microscopy", images(folder));
    }

    @Test
    void photographsWithAndWithoutNoiseAreNaturalImages() throws IOException {
        assertAll("natural-grey", images("natural/Set12"));
        for (int deviation : new int[] {5, 15, 25, 50})
            for (ImagePlus photograph : images("natural/Set12"))
                assertSuggested("natural-grey", noisy(photograph, deviation));
    }

    /**
     * Nearly a quarter: a fluorescence image under strong noise would look the same by these
     * figures.
     */
    @Test
    void darkPhotographsAreTakenForFluorescence() throws IOException {
        List<ImagePlus> noisy = new ArrayList<>();
        for (ImagePlus photograph : images("natural/BSD400_train"))
            noisy.add(noisy(photograph, 25));
        int natural = counts(noisy).get("natural-grey");
        assertEquals(0.77, (double) natural / noisy.size(), 0.03);
    }

    private static void assertAll(String model, List<ImagePlus> images) {
        for (ImagePlus image : images) assertSuggested(model, image);
    }

    private static void assertSuggested(String model, ImagePlus image) {
        ModelSuggestion suggestion = ModelSuggestion.of(ImagePluses.glance(image));
        assertEquals(model, suggestion.model(), image.getTitle() + ": " + suggestion.reason());
    }

    private static Map<String, Integer> counts(List<ImagePlus> images) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ImagePlus image : images)
            counts.merge(ModelSuggestion.of(ImagePluses.glance(image)).model(), 1, Integer::sum);
        return counts;
    }

    /** 32-bit. */
    private static ImagePlus noisy(ImagePlus photograph, int deviation) {
        Random random = new Random(photograph.getTitle().hashCode());
        ImagePlus copy =
                new ImagePlus(photograph.getTitle(), photograph.getProcessor().convertToFloat());
        float[] pixels = (float[]) copy.getProcessor().getPixels();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] += (float) (deviation * random.nextGaussian());
        return copy;
    }

    private static List<ImagePlus> images(String folder) throws IOException {
        Path path = DATA.resolve(folder);
        assumeTrue(Files.exists(path), "The images of " + path + " are not here.");
        List<ImagePlus> images = new ArrayList<>();
        for (Path file : ImageFiles.list(path)) images.add(ImageFiles.open(file));
        return images;
    }
}
