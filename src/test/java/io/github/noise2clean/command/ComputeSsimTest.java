package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void everyPlaneHasARowWithItsLabelBeforeDeviationAndMean() {
        ImagePlus stack = IJ.createImage("stack", "8-bit ramp", 16, 12, 3);
        stack.getStack().setSliceLabel("second", 2);
        commands.run(ComputeSsim.class, "reference", stack, "test", stack);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(5, table.size());
        assertEquals("1", table.getLabel(0));
        assertEquals("second", table.getLabel(1));
        assertEquals("sd", table.getLabel(3));
        assertEquals("mean", table.getLabel(4));
        assertEquals(1.0, table.getValue("SSIM", 1));
        assertEquals("stack", table.getStringValue("Test", 1));
    }

    @Test
    void everyRowHasItsChannelSliceAndFrame() {
        ImagePlus stack = IJ.createHyperStack("hyper", 16, 12, 2, 3, 2, 8);
        commands.run(ComputeSsim.class, "reference", stack, "test", stack);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(14, table.size());
        assertEquals(
                List.of(2.0, 3.0, 1.0), // the sixth plane: channels are fastest
                index(table, 5));
        assertEquals(List.of(1.0, 1.0, 2.0), index(table, 6));
        assertEquals(List.of(Double.NaN, Double.NaN, Double.NaN), index(table, 13));
        assertEquals("", table.getStringValue("Slice", 12));
    }

    @Test
    void theDeviationIsThatOfTheRowsAbove() {
        ImagePlus stack = IJ.createImage("stack", "32-bit black", 16, 12, 3);
        ImagePlus test = stack.duplicate();
        for (int i = 1; i <= 3; i++) test.getStack().getProcessor(i).add(Math.pow(10, -i));
        commands.run(ComputeSsim.class, "reference", stack, "test", test, "range", 1.0);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(40, table.getValue("PSNR", 1), 1e-5); // 20, 40, 60
        assertEquals(20, table.getValue("PSNR", 3), 1e-5);
    }

    @Test
    void theFurtherMetricsHaveColumnsAndOutputsOnRequest() {
        commands.run(ComputeSsim.class, "reference", clean, "test", noisy);
        assertFalse(ResultsTable.getResultsTable().columnExists("MS-SSIM"));
        clean.getCalibration().setUnit("nm");
        clean.getCalibration().pixelWidth = 50;
        clean.getCalibration().pixelHeight = 50;
        CommandModule run =
                commands.run(
                        ComputeSsim.class,
                        "reference",
                        clean,
                        "test",
                        clean,
                        "multiscale",
                        true,
                        "frc",
                        true);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(1, (double) run.getOutput("msssim"), 1e-12);
        assertEquals(2.0, run.getOutput("resolution"));
        assertEquals(1, table.getValue("MS-SSIM", 3), 1e-12);
        assertEquals(2, table.getValue("FRC", 3));
        assertEquals(100, table.getValue("FRC (nm)", 3), 1e-9);
    }

    @Test
    void intensitiesAreMatchedOnRequest() {
        ImagePlus scaled = clean.duplicate();
        scaled.setProcessor(scaled.getProcessor().convertToFloat());
        scaled.getProcessor().multiply(0.5);
        scaled.getProcessor().add(300);
        CommandModule run =
                commands.run(
                        ComputeSsim.class, "reference", clean, "test", scaled, "matched", true);
        assertEquals(1, (double) run.getOutput("ssim"), 1e-6);
    }

    @Test
    void onlyTheBoundingBoxOfASelectionIsCompared() {
        Rectangle box = new Rectangle(20, 30, 100, 60);
        ImagePlus part = part(clean, box);
        ImagePlus noisyPart = part(noisy, box);
        CommandModule cropped =
                commands.run(
                        ComputeSsim.class, "reference", part, "test", noisyPart, "range", 1000.0);
        clean.setRoi(new OvalRoi(20, 30, 100, 60));
        CommandModule selected =
                commands.run(
                        ComputeSsim.class,
                        "reference",
                        clean,
                        "test",
                        noisy,
                        "range",
                        1000.0,
                        "map",
                        true);
        assertEquals(cropped.getOutput("ssim"), selected.getOutput("ssim"));
        ImagePlus map = (ImagePlus) selected.getOutput("ssimmap");
        assertEquals(clean.getWidth(), map.getWidth());
        assertTrue(Float.isNaN(map.getProcessor().getf(19, 30)));
        assertTrue(Float.isFinite(map.getProcessor().getf(20, 30)));
    }

    @Test
    void theMapOfVolumesIsThatOfA3DWindow() {
        ImagePlus volume = IJ.createImage("volume", "8-bit ramp", 16, 12, 8);
        ImagePlus test = volume.duplicate();
        test.getStack().setVoxel(8, 6, 3, 255);
        CommandModule run =
                commands.run(
                        ComputeSsim.class,
                        "reference",
                        volume,
                        "test",
                        test,
                        "volume",
                        true,
                        "map",
                        true);
        ImagePlus map = (ImagePlus) run.getOutput("ssimmap");
        assertEquals(8, map.getNSlices());
        assertTrue(map.getStack().getVoxel(8, 6, 0) < 0.999);
        assertEquals(1, map.getStack().getVoxel(8, 6, 7), 1e-6);
    }

    @Test
    void typesThatDifferAndSelectionsOfNothingAreTold() {
        ImagePlus bytes = IJ.createImage("bytes", "8-bit ramp", 16, 12, 1);
        ImagePlus shorts = IJ.createImage("shorts", "16-bit ramp", 16, 12, 1);
        ImagePlus colours = IJ.createImage("colours", "RGB ramp", 16, 12, 1);
        refused(
                "The images differ in type: the reference is 8-bit, the test image 16-bit. Convert"
                        + " one of them; intensities of grey images can be matched instead.",
                "reference",
                bytes,
                "test",
                shorts);
        refused(
                "The images differ in type: the reference is RGB, the test image 8-bit. Convert one"
                        + " of them; intensities of grey images can be matched instead.",
                "reference",
                colours,
                "test",
                bytes);
        String nothing =
                "The selection on bytes covers no pixels: select an area of the image, or nothing.";
        bytes.setRoi(new Line(1, 1, 9, 9));
        refused(nothing, "reference", bytes, "test", bytes);
        bytes.setRoi(new Roi(40, 2, 5, 5));
        refused(nothing, "reference", bytes, "test", bytes);
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

    private static List<Double> index(ResultsTable table, int row) {
        return Stream.of("Channel", "Slice", "Frame")
                .map(name -> table.getValue(name, row))
                .toList();
    }

    private static ImagePlus part(ImagePlus image, Rectangle box) {
        ImageProcessor pixels = image.getProcessor();
        pixels.setRoi(box);
        return new ImagePlus("part", pixels.crop());
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
