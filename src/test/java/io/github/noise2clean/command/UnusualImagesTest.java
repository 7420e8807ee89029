package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.ProgramVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

/** Denoise Image on images without contrast or with holes, and what it writes on its results. */
class UnusualImagesTest {

    private static final String THIS_IMAGE = "this image";
    private static final int SIDE = 48;

    @TempDir private static Path folder;
    private static Commands commands;
    private static String model;

    @BeforeAll
    static void train() {
        commands = new Commands();
        model = folder.resolve("tiny.zip").toString();
        commands.run(
                TrainDenoiser.class,
                "input",
                noisy(3),
                "noise",
                "gaussian:5",
                "epochs",
                1,
                "steps",
                60,
                "patch",
                16,
                "batch",
                4,
                "rate",
                3e-3,
                "device",
                "cpu",
                "output",
                model);
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    /** Its contrast is nothing, so the network's output is at most shifted by a grey level. */
    @ParameterizedTest
    @CsvSource({"8,77", "16,1200", "32,-3.25", "32,0"})
    void aConstantImageStaysNearlyConstant(int bits, float grey) {
        ImagePlus constant = IJ.createImage("constant", SIDE, SIDE, 1, bits);
        constant.getProcessor().add(grey);
        for (String network : new String[] {model, THIS_IMAGE})
            for (float pixel : pixels(denoised(network, constant), 1))
                assertEquals(grey, pixel, 1, network);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void holesAreFilledWithinTheRangeOfTheOthers(float hole) {
        for (String network : new String[] {model, THIS_IMAGE}) {
            ImagePlus noisy = noisy(1);
            for (int y = 5; y < 9; y++) noisy.getProcessor().setf(7, y, hole);
            assertWithin(0, 200, pixels(denoised(network, noisy), 1));
        }
    }

    @Test
    void anImageOfHolesOnlyBecomesFinite() {
        ImagePlus holes = IJ.createImage("holes", SIDE, SIDE, 1, 32);
        holes.getProcessor().set(Double.NaN);
        for (String network : new String[] {model, THIS_IMAGE})
            assertWithin(-1, 1, pixels(denoised(network, holes), 1));
    }

    @Test
    void aPlaneOfZerosStaysFiniteAndDark() {
        for (String network : new String[] {model, THIS_IMAGE}) {
            ImagePlus stack = noisy(3);
            stack.getStack().setPixels(new float[SIDE * SIDE], 2);
            ImagePlus denoised = denoised(network, stack);
            assertWithin(-40, 40, pixels(denoised, 2));
            assertWithin(0, 200, pixels(denoised, 3));
        }
    }

    @Test
    void theResultTellsHowItCameAboutEvenFromAFile() throws IOException {
        ImagePlus denoised = reopened(denoised(model, noisy(1)));
        assertEquals("tiny", denoised.getProp("noise2clean.model"));
        assertEquals(
                ModelFile.sha256(ModelFile.read(Path.of(model))),
                denoised.getProp("noise2clean.sha256"));
        assertEquals(ProgramVersion.text(), denoised.getProp("noise2clean.version"));
        assertEquals("cpu", denoised.getProp("noise2clean.device"));
        assertEquals("auto", denoised.getProp("noise2clean.tile"));
        assertEquals("plain", denoised.getProp("noise2clean.estimate"));
        assertEquals(null, denoised.getProp("noise2clean.seed"));
        String normalization = denoised.getProp("noise2clean.normalization");
        assertTrue(normalization.matches("\\(grey - [\\d.]+\\) / [\\d.]+"), normalization);
    }

    @Test
    void aResultOfThisImageTellsSeedAndHashToo() throws IOException {
        ImagePlus denoised = reopened(denoised(THIS_IMAGE, noisy(1)));
        assertEquals(THIS_IMAGE, denoised.getProp("noise2clean.model"));
        assertEquals("1", denoised.getProp("noise2clean.seed"));
        assertEquals(64, denoised.getProp("noise2clean.sha256").length());
    }

    @Test
    void aSecondDenoisingReplacesWhatTheFirstHasWritten() {
        ImagePlus denoised = denoised(model, denoised(THIS_IMAGE, noisy(1)));
        assertEquals("tiny", denoised.getProp("noise2clean.model"));
        assertEquals(null, denoised.getProp("noise2clean.seed"));
    }

    private static ImagePlus denoised(String network, ImagePlus noisy) {
        CommandModule run =
                commands.run(
                        DenoiseImage.class,
                        "input",
                        noisy,
                        "model",
                        network,
                        "device",
                        "cpu",
                        "steps",
                        20);
        Cancelable command = (Cancelable) run.getCommand();
        assertFalse(command.isCanceled(), command.getCancelReason());
        ImagePlus denoised = (ImagePlus) run.getOutput("denoised");
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions());
        assertEquals(noisy.getBitDepth(), denoised.getBitDepth());
        return denoised;
    }

    private static ImagePlus reopened(ImagePlus image) throws IOException {
        Path file = folder.resolve("saved.tif");
        ImageFiles.save(image, file);
        return ImageFiles.open(file);
    }

    private static float[] pixels(ImagePlus image, int plane) {
        ImageProcessor pixels = image.getStack().getProcessor(plane);
        return (float[]) pixels.convertToFloatProcessor().getPixels();
    }

    private static void assertWithin(float low, float high, float[] pixels) {
        for (float pixel : pixels) assertTrue(low <= pixel && pixel <= high, "" + pixel);
    }

    /** Waves from about 50 to 150 in noise, 32-bit. */
    private static ImagePlus noisy(int planes) {
        Random random = new Random(5);
        ImagePlus image = IJ.createImage("noisy", SIDE, SIDE, planes, 32);
        for (int plane = 1; plane <= planes; plane++) {
            FloatProcessor pixels = (FloatProcessor) image.getStack().getProcessor(plane);
            for (int i = 0; i < SIDE * SIDE; i++) {
                double wave = Math.sin(i % SIDE / 5.0 + plane) * Math.cos(i / SIDE / 6.0);
                pixels.setf(i, (float) (100 + 45 * wave + 5 * random.nextGaussian()));
            }
        }
        return image;
    }
}
