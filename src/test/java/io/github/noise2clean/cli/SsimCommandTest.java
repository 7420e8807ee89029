package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsimCommandTest {

    private static final String LINE =
            "SSIM -?\\d\\.\\d{6}  PSNR \\d+\\.\\d\\d  NRMSE \\d\\.\\d{4}";

    @TempDir private Path folder;
    private SampleFiles files;
    private Path reference;

    @BeforeEach
    void makeReference() throws IOException {
        files = new SampleFiles(folder);
        reference = files.image("reference.tif", 24, 20);
    }

    @Test
    void greyValuesScaledOtherwiseAreFittedOnRequest() throws IOException {
        Path bright = files.image("bright.tif", 24, 20);
        ImagePlus dim = ImageFiles.open(bright);
        dim.setProcessor(dim.getProcessor().convertToFloat());
        dim.getProcessor().multiply(0.25);
        dim.getProcessor().add(7);
        Path file = folder.resolve("dim.tif");
        ImageFiles.save(dim, file);
        assertEquals(
                "SSIM 1.0000", line("ssim", "--match-intensities", bright, file).substring(0, 11));
    }

    @Test
    void aShiftedReferenceIsMoved() throws IOException {
        Path still = files.window("still.tif", 5, 1);
        Path moved = files.window("moved.tif", 2, 3);
        Path map = folder.resolve("map.tif");
        assertFalse(line("ssim", still, moved).startsWith("SSIM 1."));
        assertEquals(
                "SSIM 1.000000  PSNR Infinity  NRMSE 0.0000",
                line("ssim", "--align", "--map", map, still, moved));
        assertEquals(61, ImageFiles.open(map).getWidth());
        assertEquals(62, ImageFiles.open(map).getHeight());
    }

    @Test
    void equalImagesHaveAnSsimOfOne() {
        assertEquals(
                List.of("SSIM 1.000000  PSNR Infinity  NRMSE 0.0000"),
                Run.of("ssim", reference, reference).lines());
    }

    @Test
    void printsThreeNumbers() throws IOException {
        Path test = files.image("test.tif", 24, 20);
        for (String definition : List.of("skimage", "wang")) {
            String line = line("ssim", "--definition", definition, reference, test);
            assertTrue(line.matches(LINE), line);
        }
    }

    @Test
    void theDataRangeDecidesThePsnr() throws IOException {
        Path black = files.save("black.tif", new FloatProcessor(24, 20));
        FloatProcessor ones = new FloatProcessor(24, 20);
        ones.add(1);
        Path white = files.save("white.tif", ones);
        String line = line("ssim", "--data-range", 10, white, black);
        assertTrue(line.contains("PSNR 20.00  NRMSE 1.0000"), line);
    }

    @Test
    void foldersAreComparedFileByFileAndThenAsAMean() throws IOException {
        Path clean = Files.createDirectory(folder.resolve("clean"));
        Path noisy = Files.createDirectory(folder.resolve("noisy"));
        for (int i = 0; i < 2; i++) {
            FloatProcessor black = new FloatProcessor(24, 20);
            ImageFiles.save(new ImagePlus("black", black), clean.resolve("c" + i + ".tif"));
            FloatProcessor grey = new FloatProcessor(24, 20);
            grey.add(i == 0 ? 1 : 0.1);
            ImageFiles.save(new ImagePlus("grey", grey), noisy.resolve("n" + i + ".tif"));
        }
        List<String> lines = Run.of("ssim", "--data-range", 10, noisy, clean).lines();
        assertTrue(
                lines.get(0).matches("c0\\.tif  SSIM .*  PSNR 20.00  NRMSE 1.0000"),
                lines::toString);
        assertTrue(
                lines.get(1).matches("c1\\.tif  SSIM .*  PSNR 40.00  NRMSE 1.0000"),
                lines::toString);
        assertTrue(
                lines.get(2).matches("sd    SSIM .*  PSNR 14.14  NRMSE 0.0000"), lines::toString);
        assertTrue(
                lines.get(3).matches("mean  SSIM .*  PSNR 30.00  NRMSE 1.0000"), lines::toString);
    }

    @Test
    void foldersOfDifferentCountsAreRefused() throws IOException {
        Path two = Files.createDirectory(folder.resolve("two"));
        Path one = Files.createDirectory(folder.resolve("one"));
        for (String name : List.of("two/a.tif", "two/b.tif", "one/a.tif"))
            Files.copy(reference, folder.resolve(name));
        Run.mistake("The folders hold 2 and 1 images", "ssim", two, one);
        Run.mistake("--map and --csv need two images", "ssim", "--csv", "x.csv", two, two);
    }

    @Test
    void theTableHasARowPerPlane() throws IOException {
        Path stack = files.stack("stack.tif", 3);
        Path csv = folder.resolve("planes.csv");
        assertEquals(
                List.of(
                        "sd    SSIM 0.000000  PSNR NaN  NRMSE 0.0000",
                        "SSIM 1.000000  PSNR Infinity  NRMSE 0.0000"),
                Run.of("ssim", "--csv", csv, stack, stack).lines());
        assertEquals(
                List.of(
                        "plane,ssim,psnr,nrmse,channel,slice,frame",
                        "1,1.0,Infinity,0.0,1,1,1",
                        "2,1.0,Infinity,0.0,1,2,1",
                        "3,1.0,Infinity,0.0,1,3,1"),
                Files.readAllLines(csv));
    }

    @Test
    void theRowOfAVolumeHasNoSlice() throws IOException {
        Path stack = files.stack("stack.tif", 8);
        Path csv = folder.resolve("volumes.csv");
        line("ssim", "--volume", "--csv", csv, stack, stack);
        assertEquals("1,1.0,Infinity,0.0,1,,1", Files.readAllLines(csv).get(1));
    }

    @Test
    void theFurtherMetricsHaveColumnsOnRequest() throws IOException {
        Path large = files.image("large.tif", 128, 112);
        Path csv = folder.resolve("planes.csv");
        assertEquals(
                "SSIM 1.000000  PSNR Infinity  NRMSE 0.0000  MS-SSIM 1.000000  FRC 2.00",
                line("ssim", "--ms-ssim", "--frc", "--csv", csv, large, large));
        assertEquals(
                List.of(
                        "plane,ssim,psnr,nrmse,ms-ssim,frc,channel,slice,frame",
                        "1,1.0,Infinity,0.0,1.0,2.0,1,1,1"),
                Files.readAllLines(csv));
        Run.mistake("takes 112 pixels along each axis", "ssim", "--ms-ssim", reference, reference);
    }

    @Test
    void theResolutionOfCalibratedImagesIsInTheirUnitToo() throws IOException {
        ImagePlus image = ImageFiles.open(files.image("a.tif", 64, 64));
        image.getCalibration().setUnit("nm");
        image.getCalibration().pixelWidth = 80;
        image.getCalibration().pixelHeight = 80;
        Path calibrated = folder.resolve("calibrated.tif");
        ImageFiles.save(image, calibrated);
        String line = line("ssim", "--frc", calibrated, calibrated);
        assertTrue(line.endsWith("  FRC 2.00  FRC (nm) 160.0000"), line);
    }

    @Test
    void independentNoisesHaveNoResolution() throws IOException {
        Path one = files.image("one.tif", 64, 64);
        Path other = files.image("other.tif", 64, 64);
        assertTrue(line("ssim", "--frc", one, other).endsWith("  FRC NaN"));
    }

    @Test
    void typesMayDifferOnlyWhereOneIs32BitOrIntensitiesAreMatched() throws IOException {
        Path deep = folder.resolve("deep.tif");
        ImagePlus image = ImageFiles.open(reference);
        image.setProcessor(image.getProcessor().convertToShort(false));
        ImageFiles.save(image, deep);
        Path decimal = folder.resolve("decimal.tif");
        image.setProcessor(image.getProcessor().convertToFloat());
        ImageFiles.save(image, decimal);
        Run.mistake("the reference is 8-bit, the test image 16-bit", "ssim", reference, deep);
        assertEquals(
                line("ssim", reference, decimal),
                line("ssim", "--match-intensities", reference, deep));
    }

    @Test
    void theMapOfVolumesIsThatOfA3DWindow() throws IOException {
        Path stack = files.stack("stack.tif", 8);
        ImagePlus other = ImageFiles.open(stack);
        other.getStack().getProcessor(4).set(12, 10, 255);
        other.getStack().getProcessor(4).set(13, 10, 255);
        Path test = folder.resolve("test.tif");
        ImageFiles.save(other, test);
        Path map = folder.resolve("map.tif");
        line("ssim", "--volume", "--map", map, stack, test);
        ImagePlus similarity = ImageFiles.open(map);
        assertEquals(8, similarity.getNSlices());
        assertTrue(similarity.getStack().getVoxel(12, 10, 1) < 0.9999);
        assertEquals(1, similarity.getStack().getVoxel(12, 10, 7), 1e-6);
        assertEquals(1, similarity.getStack().getVoxel(2, 2, 3), 1e-6);
    }

    @Test
    void theMapIsA32BitImageOfTheReferencesSize() throws IOException {
        Path map = folder.resolve("map.tif");
        line("ssim", "--map", map, reference, reference);
        ImagePlus image = ImageFiles.open(map);
        assertEquals(32, image.getBitDepth());
        assertEquals(24, image.getWidth());
        assertEquals(1, image.getProcessor().getf(0, 0));
    }

    @Test
    void coloursAreAveraged() throws IOException {
        Path colour = files.colour("colour.png", 0);
        Path redder = files.colour("redder.png", 40);
        Path csv = folder.resolve("planes.csv");
        Path map = folder.resolve("map.tif");
        line("ssim", "--csv", csv, "--map", map, colour, redder);
        assertEquals(2, Files.readAllLines(csv).size());
        assertEquals(3, ImageFiles.open(map).getNChannels());
    }

    @Test
    void volumesAreComparedInThreeDimensions() throws IOException {
        Path stack = files.stack("stack.tif", 8);
        line("ssim", "--volume", stack, stack);
        Run.mistake("Z axis", "ssim", "--volume", reference, reference);
    }

    @Test
    void imagesThatDoNotFitAreMistakes() throws IOException {
        Path narrow = files.image("narrow.tif", 23, 20);
        Path tiny = files.image("tiny.tif", 6, 6);
        Path stack = files.stack("stack.tif", 2);
        Path constant = files.constantFloat("constant.tif");
        Run.mistake("differ in size", "ssim", reference, narrow);
        Run.mistake("differ in their axes", "ssim", reference, stack);
        Run.mistake("window of 7 pixels", "ssim", tiny, tiny);
        Run.mistake("data range must be above 0", "ssim", constant, constant);
    }

    @Test
    void filesThatCannotBeUsedAreMistakes() throws IOException {
        Path foreign = files.text("foreign.tif");
        Path missing = folder.resolve("missing.tif");
        Run.mistake("foreign.tif is not an image", "ssim", reference, foreign);
        Run.mistake("missing.tif does not exist", "ssim", missing, reference);
        Run.mistake("is a folder", "ssim", folder, reference);
        Run.mistake("TEST", "ssim", reference);
    }

    @Test
    void wrongOptionsAreMistakes() {
        Path table = folder.resolve("missing/a.csv");
        Path map = folder.resolve("map.jpg");
        Run.mistake(
                "Unknown SSIM definition 'x'", "ssim", "--definition", "x", reference, reference);
        Run.mistake("above 0", "ssim", "--data-range", "-3", reference, reference);
        Run.mistake("'--data-range'", "ssim", "--data-range", "big", reference, reference);
        Run.mistake("a.csv", "ssim", "--csv", table, reference, reference);
        Run.mistake("must end in .tif", "ssim", "--map", map, reference, reference);
        assertFalse(Files.exists(map));
    }

    private static String line(Object... args) {
        List<String> lines = Run.of(args).lines();
        assertEquals(1, lines.size());
        return lines.get(0);
    }
}
