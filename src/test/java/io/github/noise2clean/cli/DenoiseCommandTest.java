package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.ModelFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiseCommandTest {

    @TempDir private Path folder;
    private SampleFiles files;
    private Path model;
    private Path noisy;

    @BeforeEach
    void makeFiles() throws IOException {
        files = new SampleFiles(folder);
        model = files.model("model.zip");
        noisy = files.image("noisy.png", 21, 13);
    }

    @Test
    void writesOneImageIntoTheNamedFile() throws IOException {
        Path output = folder.resolve("denoised.png");
        assertEquals(List.of("saved " + output), denoise(output, noisy).lines());
        assertArrayEquals(pixels(noisy), pixels(output));
    }

    @Test
    void writesATiffPerInputIntoAFolder() throws IOException {
        Path stack = files.stack("in/stack.tif", 3);
        files.image("in/plane.png", 9, 9);
        Path output = folder.resolve("new/out");
        Run run = denoise(output, noisy, folder.resolve("in"));
        assertEquals(3, run.out().lines().count());
        assertEquals(
                List.of(
                        "stack.tif: single planes, 3 slices (z)",
                        "Of 3 files 3 were denoised, 0 had been done before and 0 failed."),
                run.err().lines().toList());
        assertEquals(3, ImageFiles.open(output.resolve("stack.tif")).getStackSize());
        assertEquals(9, ImageFiles.open(output.resolve("plane.tif")).getWidth());
        assertArrayEquals(pixels(noisy), pixels(output.resolve("noisy.tif")));
        assertTrue(Files.exists(stack));
    }

    @Test
    void slicesAreTakenForFramesWhereThatIsAskedFor() throws IOException {
        Path stack = files.stack("stack.tif", 3);
        Path output = folder.resolve("denoised.tif");
        Run run = denoise(output, stack, "--axes", "t");
        assertEquals("stack.tif: single planes, 3 frames (t)", run.err().strip());
        assertEquals("t", ImageFiles.open(output).getProp("noise2clean.axes"));
        assertEquals(3, ImageFiles.open(output).getNSlices());
        Run.mistake("Unknown axes 'c'", arguments(output, stack, "--axes", "c"));
        Run.mistake(
                "--axes goes with --model only.",
                "denoise",
                "--zero-shot",
                "--axes",
                "t",
                "--output",
                output,
                stack);
    }

    @Test
    void oneInputGoesIntoAFolderThatExists() throws IOException {
        Path output = Files.createDirectory(folder.resolve("out"));
        denoise(output, noisy).lines();
        assertArrayEquals(pixels(noisy), pixels(output.resolve("noisy.tif")));
    }

    @Test
    void floatWritesThirtyTwoBits() throws IOException {
        Path output = folder.resolve("denoised.tif");
        Run.of(arguments(output, noisy, "--float", "--tile", 8)).lines();
        assertEquals(32, ImageFiles.open(output).getBitDepth());
    }

    @Test
    void theFileTellsHowItCameAbout() throws IOException {
        Path output = folder.resolve("denoised.tif");
        Run.of(arguments(output, noisy, "--tile", 8)).lines();
        ImagePlus denoised = ImageFiles.open(output);
        assertEquals("sample", denoised.getProp("noise2clean.model"));
        assertEquals("8", denoised.getProp("noise2clean.tile"));
        assertEquals("(grey - 0.0) / 255.0", denoised.getProp("noise2clean.normalization"));
        String hash = ModelFile.sha256(ModelFile.read(model));
        assertEquals(hash, denoised.getProp("noise2clean.sha256"));
        assertTrue(Run.of("info", model).out().contains(hash));
    }

    @Test
    void theTrustReportTellsThatNothingWasRemoved() throws IOException {
        Path large = files.image("large.tif", 128, 96);
        Path table = folder.resolve("trust.csv");
        Object[] options = {large, "--trust", "--trust-csv", table};
        List<String> lines = Run.of(arguments(folder.resolve("out.tif"), options)).lines();
        assertEquals(8, lines.size());
        assertEquals(
                "  noise removed             0.0000  (0.8000 to 1.250)  Much of the noise is still"
                        + " there: the model has learned from other noise, weaker or finer.",
                lines.get(2));
        List<String> rows = Files.readAllLines(table);
        assertEquals("image,channel,trust,value,least,most,verdict", rows.get(0));
        assertEquals(
                "\"%s\",1,outside training range,0.0,0.0,0.01,\"ok\"".formatted(large),
                rows.get(5));
        assertEquals(8, rows.size());
    }

    @Test
    void theTrustReportOfMapsIsThatOfTheirMean() throws IOException {
        Path large = files.image("large.tif", 128, 96);
        Object[] options = {large, "--trust", "--uncertainty", "spread"};
        List<String> lines = Run.of(arguments(folder.resolve("out.tif"), options)).lines();
        assertEquals(8, lines.size());
        assertTrue(lines.get(2).startsWith("  noise removed             0.0000"), lines.get(2));
    }

    @Test
    void theTrustReportIsMadeForEveryChannelOfColours() throws IOException {
        Path colour = files.colour("colour.tif", 20);
        List<String> lines =
                Run.of(arguments(folder.resolve("out.tif"), colour, "--trust")).lines();
        assertEquals(1 + 3 * 8, lines.size());
        assertEquals("  channel 3", lines.get(17));
    }

    @Test
    void samplesAreWrittenAsChannels() throws IOException {
        model = files.variationalModel("vae.zip");
        Path output = folder.resolve("maps.tif");
        Object[] options = {noisy, "--uncertainty", "samples", "--count", 3, "--seed", 5};
        Run.of(arguments(output, options)).lines();
        ImagePlus maps = ImageFiles.open(output);
        assertArrayEquals(new int[] {21, 13, 5, 1, 1}, maps.getDimensions());
        assertEquals("sample 3", maps.getStack().getSliceLabel(5));
        assertEquals("samples", maps.getProp("noise2clean.estimate"));
        assertEquals("5", maps.getProp("noise2clean.seed"));
        float[] third = (float[]) maps.getStack().getPixels(5);
        Run.of(arguments(output, options)).lines();
        assertArrayEquals(third, (float[]) ImageFiles.open(output).getStack().getPixels(5));
    }

    @Test
    void aCodeThatHasCollapsedInTrainingIsToldWhenItIsSampled() throws IOException {
        files.image("clean/a.png", 24, 20);
        model = folder.resolve("vae.zip");
        String options =
                "--network resblock-vae --epochs 1 --steps 30 --patch 16 --batch 2"
                        + " --learning-rate 0.01 --divergence-weight 100 --divergence-annealing 0";
        Stream<Object> files =
                Stream.of("train", "--clean", folder.resolve("clean"), "--output", model);
        Run trained =
                Run.of(Stream.concat(files, Stream.of((Object[]) options.split(" "))).toArray());
        assertTrue(trained.err().contains("The posterior has collapsed: "), trained.err());
        Run sampled =
                Run.of(arguments(folder.resolve("maps.tif"), noisy, "--uncertainty", "samples"));
        assertEquals(0, sampled.status());
        assertTrue(sampled.err().contains("vae tell nothing of the image"), sampled.err());
    }

    @Test
    void standardDeviationsAreCheckedAgainstErrors() throws IOException {
        Path maps = folder.resolve("maps.tif");
        Run.of(arguments(maps, noisy, "--uncertainty", "spread")).lines();
        assertEquals(
                List.of("rank correlation NaN  error 0.000  deviation 0.000"),
                Run.of("check-uncertainty", "--clean", noisy, maps).lines());
        Run.mistake("no mean and standard deviation", "check-uncertainty", "--clean", noisy, noisy);
    }

    @Test
    void oneBadInputDoesNotStopTheOthers() throws IOException {
        Path foreign = files.text("foreign.tif");
        Path missing = folder.resolve("missing.tif");
        Path output = folder.resolve("out");
        Run run = denoise(output, foreign, missing, noisy);
        assertEquals(2, run.status());
        assertEquals("saved " + output.resolve("noisy.tif"), run.out().strip());
        assertEquals(
                List.of(
                        "failed %1$s: There is no file or folder %1$s.".formatted(missing),
                        "failed %1$s: %1$s is not an image in a known format.".formatted(foreign),
                        "Of 3 files 1 were denoised, 0 had been done before and 2 failed."),
                run.err().lines().toList());
    }

    @Test
    void foldersWithinAreSearchedWhereThatIsAskedFor() throws IOException {
        Path in = files.image("in/a.png", 9, 9).getParent();
        files.image("in/deep/b.tif", 9, 9);
        files.image("in/deep/c.png", 9, 9);
        Object[] options = {in, "--recursive", "--pattern", "*.PNG", "--suffix", "-clean"};
        Path output = folder.resolve("in/out");
        assertEquals(
                List.of(
                        "saved " + output.resolve("a-clean.tif"),
                        "saved " + output.resolve("deep/c-clean.tif")),
                Run.of(arguments(output, options)).out().lines().toList());
        assertEquals(0, Run.of(arguments(output, options)).status());
        Run.mistake("is no pattern of file names", arguments(output, in, "--pattern", "[a"));
        Run.mistake("cannot be part of", arguments(output, in, "--suffix", "a/b"));
        Run.mistake("needs a folder", arguments(folder.resolve("a.tif"), noisy, "--suffix", "-b"));
    }

    @Test
    void whatIsDoneIsSkippedAndLogged() throws IOException {
        Path in = files.image("in/a.png", 9, 9).getParent();
        Path foreign = files.text("in/b.tif");
        Path log = folder.resolve("log.csv");
        Path output = folder.resolve("out");
        Object[] options = {in, "--skip-done", "--log", log};
        Run.of(arguments(output, options));
        files.image("in/c.png", 9, 9);
        Run run = Run.of(arguments(output, options));
        assertEquals(2, run.status());
        assertEquals(
                List.of(
                        "done before: " + output.resolve("a.tif"),
                        "saved " + output.resolve("c.tif")),
                run.out().lines().toList());
        List<String> rows = Files.readAllLines(log);
        assertEquals(
                List.of("done", "failed", "skipped", "failed", "done"),
                rows.stream().skip(1).map(row -> row.split(",")[1]).toList());
        assertTrue(rows.get(2).endsWith("\"" + foreign + " is not an image in a known format.\""));
    }

    @Test
    void aLogThatCannotBeWrittenStopsTheWorkBeforeItBegins() {
        Path output = folder.resolve("out");
        Path log = folder.resolve("missing/log.csv");
        Run.mistake("Cannot write the log", arguments(output, noisy, "--log", log));
        assertFalse(Files.exists(output));
    }

    @Test
    void anInterruptionWritesNothing() {
        Interruption interruption = new Interruption();
        interruption.request();
        Path output = folder.resolve("denoised.tif");
        Run run = Run.of(interruption, new StringWriter(), arguments(output, noisy));
        assertEquals(130, run.status());
        assertEquals(1, run.err().lines().count());
        assertFalse(Files.exists(output));
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(noisy);
        Run.mistake("would overwrite an input", arguments(noisy, noisy));
        Path tiff = files.image("in/a.tif", 9, 9);
        Run.mistake("would overwrite an input", arguments(tiff.getParent(), tiff.getParent()));
        assertArrayEquals(before, Files.readAllBytes(noisy));
    }

    @Test
    void twoInputsOfOneNameAreAMistake() throws IOException {
        Path other = files.image("other/noisy.tif", 9, 9);
        Run.mistake("would be written to", arguments(folder.resolve("out"), noisy, other));
    }

    @Test
    void outputsThatCannotBeWrittenAreMistakes() throws IOException {
        Path stack = files.stack("stack.tif", 2);
        Run.mistake("must exist", arguments(folder.resolve("missing/a.tif"), noisy));
        Run.mistake("must end in .tif", arguments(folder.resolve("a.jpg"), noisy));
        Run.mistake("A PNG file holds one", arguments(folder.resolve("a.png"), stack));
        Path png = folder.resolve("a.png");
        Run.mistake("A PNG file holds one", arguments(png, noisy, "--float"));
        Run.mistake("A PNG file holds one", arguments(png, noisy, "--uncertainty", "spread"));
        Run.mistake("need a folder", arguments(folder.resolve("a.tif"), noisy, stack));
        Run.mistake("need a folder", arguments(model, noisy, stack));
    }

    @Test
    void wrongModelsAreMistakes() throws IOException {
        Path output = folder.resolve("a.tif");
        Path foreign = files.text("foreign.zip");
        Path missing = folder.resolve("missing.zip");
        Run.mistake("foreign.zip", "denoise", "--model", foreign, "--output", output, noisy);
        Run.mistake("missing.zip", "denoise", "--model", missing, "--output", output, noisy);
    }

    @Test
    void wrongOptionsAreMistakes() {
        Path output = folder.resolve("a.tif");
        Run.mistake("INPUT", "denoise", "--model", model, "--output", output);
        Run.mistake("'--tile'", arguments(output, noisy, "--tile", "big"));
        Run.mistake("tile", arguments(output, noisy, "--tile", "-1"));
        Run.mistake("Unknown device", arguments(output, noisy, "--device", "abacus"));
        Run.mistake("Unknown precision", arguments(output, noisy, "--precision", "int8"));
        Run.mistake("latent code", arguments(output, noisy, "--sample", "1"));
        Run.mistake("latent code", arguments(output, noisy, "--uncertainty", "samples"));
        Run.mistake("Unknown uncertainty", arguments(output, noisy, "--uncertainty", "all"));
        Run.mistake("--count goes with", arguments(output, noisy, "--count", 3));
        Run.mistake("--seed goes with", arguments(output, noisy, "--seed", 3));
        Run.mistake(
                "Give either --sample or",
                arguments(output, noisy, "--sample", 1, "--uncertainty", "spread"));
    }

    private Run denoise(Path output, Object... inputs) {
        return Run.of(arguments(output, inputs));
    }

    private Object[] arguments(Path output, Object... others) {
        Object[] all = new Object[others.length + 5];
        System.arraycopy(
                new Object[] {"denoise", "--model", model, "--output", output}, 0, all, 0, 5);
        System.arraycopy(others, 0, all, 5, others.length);
        return all;
    }

    private static byte[] pixels(Path file) throws IOException {
        ImagePlus image = ImageFiles.open(file);
        return (byte[]) image.getProcessor().getPixels();
    }
}
