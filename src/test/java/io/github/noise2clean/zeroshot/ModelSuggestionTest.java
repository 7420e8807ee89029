package io.github.noise2clean.zeroshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.CountingStack;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSuggestionTest {

    private static final String NOTHING_TOLD =
            "it has no channel of several grey values that would tell more";

    @Test
    void brightSpotsOnADarkBackgroundAreFluorescence() {
        assertSuggested(
                "fluorescence",
                "it is mostly dark, as fluorescence is (the median lies at \\d+ % of the range)",
                KnownScenes.spots());
    }

    @Test
    void textureUnderWhiteNoiseIsANaturalImage() {
        assertSuggested(
                "natural-grey",
                "it is not mostly dark, as fluorescence is (the median lies at \\d+ % of the range),"
                        + " and its noise is not correlated along lines alone, as in scanning electron"
                        + " microscopes (-?0.0\\d along x, -?0.0\\d along y)",
                KnownScenes.texture());
    }

    @Test
    void textureUnderNoiseOfScanLinesIsElectronMicroscopy() {
        assertSuggested(
                "electron-microscopy",
                "its noise is correlated along lines alone, as in scanning electron microscopes (0.[45]\\d"
                        + " along x, -?0.0\\d along y), and it is not dark (the median lies at \\d+"
                        + " % of the range)",
                KnownScenes.scan());
    }

    @Test
    void strongNoiseDoesNotHideADarkBackground() throws IOException {
        Path samples = Path.of("sample-data", "fluorescence");
        List<Path> noisy = new ArrayList<>(ImageFiles.list(samples.resolve("train/noisy")));
        noisy.add(samples.resolve("test/noisy.tif"));
        assertEquals(9, noisy.size());
        for (Path file : noisy)
            assertEquals("fluorescence", suggested(ImageFiles.open(file)).model());
    }

    @Test
    void noiseOfScanLinesInADarkImageIsThatOfAConfocalMicroscope() {
        ImagePlus spots = KnownScenes.spots();
        float[] pixels = (float[]) spots.getProcessor().getPixels();
        for (int i = 0; i + 1 < pixels.length; i++) pixels[i] = (pixels[i] + pixels[i + 1]) / 2;
        assertEquals("fluorescence", suggested(spots).model());
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 7, -3, Float.NaN, Float.POSITIVE_INFINITY})
    void constantImagesTellNothing(float value) {
        assertEquals(
                new ModelSuggestion("natural-grey", NOTHING_TOLD),
                suggested(KnownScenes.constant(value)));
    }

    @Test
    void onePixelTellsNothing() {
        ImagePlus pixel = IJ.createImage("", 1, 1, 1, 16);
        assertEquals(new ModelSuggestion("natural-grey", NOTHING_TOLD), suggested(pixel));
    }

    @Test
    void holesDoNotCount() {
        ImagePlus texture = KnownScenes.texture();
        ImageProcessor plane = texture.getProcessor();
        for (int i = 0; i < plane.getPixelCount(); i += 11) plane.setf(i, Float.NaN);
        plane.setf(5, Float.NEGATIVE_INFINITY);
        assertEquals("natural-grey", suggested(texture).model());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24})
    void theTypeDoesNotMatter(int bits) {
        for (ImagePlus image : new ImagePlus[] {KnownScenes.spots(), KnownScenes.texture()}) {
            String model = suggested(image).model();
            convert(image, bits);
            assertEquals(bits, image.getBitDepth());
            assertEquals(model, suggested(image).model());
        }
    }

    @Test
    void anEmptyColourDoesNotDarkenTheOthers() {
        ImagePlus texture = KnownScenes.texture();
        convert(texture, 24);
        ImageProcessor colours = texture.getProcessor();
        for (int i = 0; i < colours.getPixelCount(); i++) colours.set(i, colours.get(i) & 0xff00);
        assertEquals("natural-grey", suggested(texture).model());
    }

    @Test
    void aStackIsJudgedByAllItsPlanesAndChannels() {
        ImageStack stack = new ImageStack(128, 128);
        for (int i = 0; i < 3; i++) {
            stack.addSlice(KnownScenes.spots().getProcessor());
            stack.addSlice(KnownScenes.spots().getProcessor());
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(2, 3, 1);
        assertEquals("fluorescence", suggested(image).model());
    }

    /** 16 hold as many pixels as are looked at, and the noise is measured in 50. */
    @Test
    void ofALargeVirtualStackSomePlanesAreRead() {
        CountingStack stack = new CountingStack(1024, 1024, 400);
        assertEquals("natural-grey", suggested(new ImagePlus("large", stack)).model());
        assertEquals(16 + 50, stack.reads(), 1);
    }

    private static void assertSuggested(String model, String reason, ImagePlus image) {
        ModelSuggestion suggestion = suggested(image);
        assertEquals(model, suggestion.model());
        String pattern = reason.replace("(", "\\(").replace(")", "\\)");
        assertTrue(suggestion.reason().matches(pattern), suggestion.reason());
    }

    private static ModelSuggestion suggested(ImagePlus image) {
        return ModelSuggestion.of(ImagePluses.glance(image));
    }

    private static void convert(ImagePlus image, int bits) {
        image.resetDisplayRange();
        ImageConverter converter = new ImageConverter(image);
        if (bits == 8) converter.convertToGray8();
        if (bits == 16) converter.convertToGray16();
        if (bits == 24) converter.convertToRGB();
    }
}
