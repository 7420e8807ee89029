package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.LUT;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.ModelLibrary;
import java.awt.Color;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

/** Denoises a sample image with a network that the menu command has trained for seconds. */
class DenoiseImageTest {

    private static final Path SAMPLES = Path.of("sample-data", "fluorescence");

    @TempDir private static Path folder;
    private static Commands commands;
    private static String model;
    private ImagePlus noisy;

    @BeforeAll
    static void train() throws IOException {
        commands = new Commands();
        model = folder.resolve("tiny.zip").toString();
        ImagePlus clean = ImageFiles.open(SAMPLES.resolve("train/clean/06-cells.tif"));
        commands.run(
                TrainDenoiser.class,
                "input",
                clean,
                "noise",
                "gaussian:200",
                "epochs",
                1,
                "steps",
                60,
                "patch",
                32,
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

    @BeforeEach
    void openNoisyImage() throws IOException {
        noisy = ImageFiles.open(SAMPLES.resolve("test/noisy.tif"));
    }

    @Test
    void theDenoisedImageIsCloserToTheCleanOne() throws IOException {
        ImagePlus clean = ImageFiles.open(SAMPLES.resolve("test/clean.tif"));
        double before = psnr(clean, noisy);
        double after = psnr(clean, denoised());
        assertTrue(after > before + 3, before + " dB before, " + after + " dB after");
    }

    @Test
    void allThatBelongsToTheImageIsKept() {
        noisy.setLut(LUT.createLutFromColor(Color.MAGENTA));
        noisy.setDisplayRange(1234, 2345);
        noisy.getStack().setSliceLabel("well A1", 1);
        noisy.setOverlay(new Overlay(new Roi(5, 6, 7, 8)));
        noisy.setProperty("Info", "objective = 63x");
        noisy.setProp("dye", "DAPI");
        ImagePlus denoised = denoised();
        assertEquals("noisy-denoised.tif", denoised.getTitle());
        assertEquals(16, denoised.getBitDepth());
        assertEquals("micron", denoised.getCalibration().getUnit());
        assertEquals(0.108, denoised.getCalibration().pixelWidth, 1e-7);
        assertEquals(Color.MAGENTA.getRGB(), denoised.getProcessor().getLut().getRGB(255));
        assertEquals(1234, denoised.getDisplayRangeMin());
        assertEquals(2345, denoised.getDisplayRangeMax());
        assertEquals("well A1", denoised.getStack().getSliceLabel(1));
        assertEquals(noisy.getOverlay().get(0), denoised.getOverlay().get(0));
        assertEquals("objective = 63x", denoised.getProperty("Info"));
        assertEquals("DAPI", denoised.getProp("dye"));
    }

    @Test
    void tilesGiveTheSameImage() {
        float[][] whole = denoised("asfloat", true).getProcessor().getFloatArray();
        float[][] tiled = denoised("asfloat", true, "tile", 120).getProcessor().getFloatArray();
        for (int x = 0; x < whole.length; x += 7)
            for (int y = 0; y < whole[x].length; y += 5)
                assertEquals(whole[x][y], tiled[x][y], 0.05, "at " + x + ", " + y);
    }

    @Test
    void aPathAsTheModelIsTheSameAsAFile() {
        ImagePlus byPath = denoised();
        ImagePlus byFile = denoised("model", "file", "file", model);
        assertArrayEquals(
                (short[]) byPath.getProcessor().getPixels(),
                (short[]) byFile.getProcessor().getPixels());
    }

    @Test
    void theAverageOfEightIsCloserToTheCleanImage() throws IOException {
        ImagePlus clean = ImageFiles.open(SAMPLES.resolve("test/clean.tif"));
        double once = psnr(clean, denoised());
        ImagePlus average = denoised("uncertainty", "average");
        assertEquals(16, average.getBitDepth());
        assertTrue(psnr(clean, average) > once, once + " dB once");
    }

    @Test
    void theSpreadOfEightComesAsASecondChannel() {
        ImagePlus maps = denoised("uncertainty", "spread");
        assertArrayEquals(new int[] {397, 341, 2, 1, 1}, maps.getDimensions());
        assertEquals("noisy.tif, standard deviation", maps.getStack().getShortSliceLabel(2));
        assertEquals("micron", maps.getCalibration().getUnit());
    }

    @Test
    void slicesThatAreComputedWhenTheyAreLookedAtAreTheSame() {
        noisy.getStack().addSlice("brighter", noisy.getProcessor().duplicate());
        noisy.getStack().getProcessor(2).multiply(2);
        noisy.setStack(noisy.getStack());
        ImagePlus whole = denoised();
        ImagePlus looked = denoised("virtual", true);
        assertTrue(looked.getStack().isVirtual());
        assertEquals("noisy-denoised.tif", looked.getTitle());
        for (int n = 1; n <= 2; n++)
            assertArrayEquals(
                    (short[]) whole.getStack().getPixels(n),
                    (short[]) looked.getStack().getPixels(n));
        looked.flush();
    }

    @Test
    void aSingleSliceIsComputedAtOnce() {
        assertFalse(denoised("virtual", true).getStack().isVirtual());
    }

    @Test
    void slicesThatAreComputedLaterHaveNoTrustReportAndNoNetworkOfTheirOwn() {
        noisy.getStack().addSlice("again", noisy.getProcessor().duplicate());
        noisy.setStack(noisy.getStack());
        refused(
                "The trust report needs all slices: choose it, or slices that are computed when they"
                        + " are looked at, but not both.",
                all("virtual", true, "trust", true));
        refused(
                "A network is yet to be trained on the image: choose a model.",
                all("virtual", true, "model", "this image"));
    }

    @Test
    void theTrustReportIsAddedToTheResults() {
        ResultsTable table = ResultsTable.getResultsTable();
        table.reset();
        denoised("trust", true);
        assertEquals(7, table.size());
        assertEquals("noisy-denoised.tif", table.getLabel(0));
        assertEquals("residual mean", table.getStringValue("Trust", 0));
        assertEquals(1, table.getValue("Channel", 6));
        assertEquals(0, table.getValue("Value", row(table, "clipped on output")));
        assertEquals("ok", table.getStringValue("Verdict", row(table, "outside training range")));
    }

    @Test
    void thereIsNoTrustReportUnlessItIsAskedFor() {
        ResultsTable table = ResultsTable.getResultsTable();
        table.reset();
        denoised();
        assertEquals(0, table.size());
    }

    @Test
    void theTrustReportOfANetworkThatLearnsFromThisImageTakesTheMean() {
        ResultsTable table = ResultsTable.getResultsTable();
        table.reset();
        denoised("model", "this image", "steps", 4, "uncertainty", "spread", "trust", true);
        assertEquals(7, table.size());
        double offset = table.getValue("Value", row(table, "residual mean"));
        assertEquals(0, offset, 0.1 * noisy.getStatistics().mean); // as the deviation's is not
        assertEquals(0, table.getValue("Value", row(table, "outside training range")));
    }

    private static int row(ResultsTable table, String trust) {
        for (int row = 0; row < table.size(); row++)
            if (table.getStringValue("Trust", row).equals(trust)) return row;
        throw new AssertionError(trust);
    }

    @Test
    void aNetworkThatLearnsFromThisImageHasASpreadToo() {
        noisy = new ImagePlus("two", noisy.getProcessor().resize(40, 32));
        ImagePlus maps = denoised("model", "this image", "steps", 4, "uncertainty", "spread");
        assertArrayEquals(new int[] {40, 32, 2, 1, 1}, maps.getDimensions());
        assertTrue(maps.getStack().getProcessor(2).getStatistics().mean > 0);
    }

    @Test
    @Timeout(120)
    void escapeEndsItWithoutAWord() throws Exception {
        Future<CommandModule> run =
                commands.service().run(DenoiseImage.class, true, all("tile", 8));
        while (!run.isDone()) {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            Thread.sleep(1);
        }
        Cancelable command = (Cancelable) run.get().getCommand();
        assertTrue(command.isCanceled());
        assertEquals("", command.getCancelReason());
        assertNull(run.get().getOutput("denoised"));
    }

    @Test
    void aNetworkThatLearnsFromThisImageBringsItCloserToTheCleanOne() throws IOException {
        ImagePlus clean = ImageFiles.open(SAMPLES.resolve("test/clean.tif"));
        double before = psnr(clean, noisy);
        double after = psnr(clean, denoised("model", "this image", "steps", 40));
        assertTrue(after > before + 3, before + " dB before, " + after + " dB after");
    }

    @Test
    void withoutAModelWhatSuitsTheImageIsChosen() throws IOException {
        boolean bundled = ModelLibrary.BUNDLED.names().contains("fluorescence");
        String expected =
                bundled ? ModelLibrary.BUNDLED.open("fluorescence").card().name() : "this image";
        CommandModule run =
                commands.run(DenoiseImage.class, "input", noisy, "steps", 3, "device", "cpu");
        ImagePlus denoised = (ImagePlus) run.getOutput("denoised");
        assertEquals(expected, denoised.getProp("noise2clean.model"));
        assertEquals(expected, denoised("model", "auto", "steps", 3).getProp("noise2clean.model"));
    }

    @Test
    void aFileIsNotPassedOver() {
        ImagePlus denoised = denoised("model", "auto", "file", model);
        assertEquals("tiny", denoised.getProp("noise2clean.model"));
    }

    @Test
    @Timeout(120)
    void escapeEndsTheLearningFromThisImage() throws Exception {
        Future<CommandModule> run =
                commands.service()
                        .run(
                                DenoiseImage.class,
                                true,
                                all("model", "this image", "steps", 1_000_000));
        while (!run.isDone()) {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            Thread.sleep(1);
        }
        assertTrue(((Cancelable) run.get().getCommand()).isCanceled());
        assertNull(run.get().getOutput("denoised"));
    }

    @Test
    void mistakesAreTold() {
        Path missing = folder.resolve("missing.zip");
        refused("There is no image: open the noisy image first.", "model", model);
        refused(
                "There is no image: open the noisy image first.",
                "input",
                new ImagePlus(),
                "model",
                model);
        refused(
                "No model is given: choose a bundled one, or a model file.",
                "input",
                noisy,
                "model",
                "");
        assertTrue(
                refusal("input", noisy, "model", missing.toString())
                        .startsWith("There is no model " + missing + ": give a model file"));
        refused(
                "Unknown portion 'row': choose image, channel or plane.",
                all("model", "this image", "portion", "row"));
        refused(
                "The training needs at least 1 step, not -1.",
                all("model", "this image", "steps", -1));
        refused("Unknown axes 'xyz': choose auto, z or t.", all("axes", "xyz"));
        refused("Unknown device 'tpu': choose auto, cpu, gpu or mps.", all("device", "tpu"));
        refused(
                "Unknown uncertainty 'any': choose none, average, spread or samples.",
                all("uncertainty", "any"));
        refused(
                "The number of samples must be from 1 to 10000, not 0.",
                all("uncertainty", "samples", "count", 0));
        assertTrue(
                refusal(all("uncertainty", "samples"))
                        .endsWith("latent code to sample: only a variational network has one."));
        refused(
                "The tile must have at least 1 pixel, or 0 for automatic, not -1.",
                all("tile", -1));
    }

    private ImagePlus denoised(Object... more) {
        CommandModule run = commands.run(DenoiseImage.class, all(more));
        Cancelable command = (Cancelable) run.getCommand();
        assertFalse(command.isCanceled(), command.getCancelReason());
        return (ImagePlus) run.getOutput("denoised");
    }

    private static double psnr(ImagePlus clean, ImagePlus test) {
        return (double)
                commands.run(ComputeSsim.class, "reference", clean, "test", test).getOutput("psnr");
    }

    private static String refusal(Object... keysAndValues) {
        CommandModule run = commands.run(DenoiseImage.class, keysAndValues);
        return ((Cancelable) run.getCommand()).getCancelReason();
    }

    private static void refused(String reason, Object... keysAndValues) {
        commands.assertRefused(reason, DenoiseImage.class, keysAndValues);
    }

    private Object[] all(Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {"input", noisy, "model", model, "device", "cpu"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return all;
    }
}
