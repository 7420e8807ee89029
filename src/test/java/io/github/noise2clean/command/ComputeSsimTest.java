package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

class ComputeSsimTest {

    private static final Path SAMPLES = Path.of("sample-data", "fluorescence", "test");

    private final Commands commands = new Commands();
    private ImagePlus clean;
    private ImagePlus noisy;

    @BeforeEach
    void openSamples() throws IOException {
        clean = ImageFiles.open(SAMPLES.resolve("clean.tif"));
        noisy = ImageFiles.open(SAMPLES.resolve("noisy.tif"));
        ResultsTable.getResultsTable().reset();
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void outputsAreThoseOfTheMetric() {
        double range = ImagePluses.dataRange(clean).width();
        Comparison expected = compared(SsimDefinition.SKIMAGE, range);
        CommandModule run = commands.run(ComputeSsim.class, "reference", clean, "test", noisy);
        assertEquals(expected.whole().ssim(), run.getOutput("ssim"));
        assertEquals(expected.whole().psnr(), run.getOutput("psnr"));
        assertEquals(expected.whole().nrmse(), run.getOutput("nrmse"));
    }

    @Test
    void definitionAndRangeAreObeyed() {
        Comparison expected = compared(SsimDefinition.WANG, 65535);
        CommandModule run =
                commands.run(
                        ComputeSsim.class,
                        "reference",
                        clean,
                        "test",
                        noisy,
                        "definition",
                        "wang",
                        "range",
                        65535.0);
        assertEquals(expected.whole().ssim(), run.getOutput("ssim"));
    }

    @Test
    void macrosReadTheMeanFromTheLastRow() {
        CommandModule run = commands.run(ComputeSsim.class, "reference", clean, "test", noisy);
        double read =
                Double.parseDouble(IJ.runMacro("return d2s(getResult('SSIM', nResults - 1), 9);"));
        assertEquals((double) run.getOutput("ssim"), read, 1e-9);
    }

    @Test
    void everyPlaneHasARowWithItsLabelBeforeTheMean() {
        ImagePlus stack = IJ.createImage("stack", "8-bit ramp", 16, 12, 3);
        stack.getStack().setSliceLabel("second", 2);
        commands.run(ComputeSsim.class, "reference", stack, "test", stack);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(4, table.size());
        assertEquals("1", table.getLabel(0));
        assertEquals("second", table.getLabel(1));
        assertEquals("mean", table.getLabel(3));
        assertEquals(1.0, table.getValue("SSIM", 1));
        assertEquals("stack", table.getStringValue("Test", 1));
    }

    @Test
    void aSecondComparisonIsAppended() {
        commands.run(ComputeSsim.class, "reference", clean, "test", noisy);
        commands.run(ComputeSsim.class, "reference", clean, "test", clean);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(4, table.size());
        assertEquals(1.0, table.getValue("SSIM", 3));
    }

    @Test
    void theMapIsOneForEqualImagesAndCalibratedLikeTheReference() {
        clean.getCalibration().pixelWidth = 0.25;
        CommandModule run =
                commands.run(ComputeSsim.class, "reference", clean, "test", clean, "map", true);
        ImagePlus map = (ImagePlus) run.getOutput("ssimmap");
        assertEquals("clean-ssim.tif", map.getTitle());
        assertEquals(32, map.getBitDepth());
        assertEquals(0.25, map.getCalibration().pixelWidth);
        assertEquals(1, map.getStatistics().min, 1e-6);
        assertEquals(1, map.getDisplayRangeMax());
    }

    @Test
    void volumesAreComparedAsOne() {
        ImagePlus volume = IJ.createImage("volume", "8-bit ramp", 16, 12, 8);
        CommandModule run =
                commands.run(
                        ComputeSsim.class, "reference", volume, "test", volume, "volume", true);
        assertEquals(1.0, run.getOutput("ssim"));
        assertEquals(2, ResultsTable.getResultsTable().size());
    }

    @Test
    void coloursOfAPlaneShareARow() {
        ImagePlus colours = IJ.createImage("colours", "RGB ramp", 16, 12, 1);
        commands.run(ComputeSsim.class, "reference", colours, "test", colours);
        assertEquals(2, ResultsTable.getResultsTable().size());
    }

    @Test
    void mistakesAreTold() {
        ImagePlus unknown = new ImagePlus();
        ImagePlus flat = IJ.createImage("flat", "16-bit black", 16, 12, 1);
        ImagePlus small = IJ.createImage("small", "16-bit ramp", 16, 12, 1);
        refused("There is no reference image: open it, or give its title.", "test", noisy);
        refused(
                "There is no test image: open it, or give its title.",
                "reference",
                clean,
                "test",
                unknown);
        refused(
                "Unknown SSIM definition 'psnr': choose skimage or wang.",
                "reference",
                clean,
                "test",
                noisy,
                "definition",
                "psnr");
        refused(
                "The data range must be above 0, not -1.0: give one, since a constant image has none"
                        + " of its own.",
                "reference",
                clean,
                "test",
                noisy,
                "range",
                -1.0);
        refused(
                "The data range must be above 0, not 0.0: give one, since a constant image has none"
                        + " of its own.",
                "reference",
                flat,
                "test",
                flat);
        refused(
                "The images differ in size: the reference has 16 x 12 pixels, the test image"
                        + " 397 x 341.",
                "reference",
                small,
                "test",
                noisy);
        refused(
                "A comparison of volumes needs images with a Z axis, not only [X, Y].",
                "reference",
                clean,
                "test",
                noisy,
                "volume",
                true);
    }

    private void refused(String reason, Object... keysAndValues) {
        commands.assertRefused(reason, ComputeSsim.class, keysAndValues);
        assertEquals(0, ResultsTable.getResultsTable().size());
    }

    private Comparison compared(SsimDefinition definition, double range) {
        return new ImageComparison(new Ssim(definition, range), ComparedPart.PLANE)
                .compare(ImagePluses.view(clean), ImagePluses.view(noisy));
    }
}
