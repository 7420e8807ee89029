package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    @TempDir private Path folder;
    private SampleFiles files;
    private Path model;
    private Path output;

    @BeforeEach
    void makeFiles() throws IOException {
        files = new SampleFiles(folder);
        model = files.variationalModel("vae.zip");
        output = folder.resolve("new.tif");
    }

    @Test
    void writesAStackOfNewImages() throws IOException {
        assertEquals(
                List.of(
                        "Samples of the prior of sample, seed 1: grey values (fixed:0,255).",
                        "saved " + output),
                Run.of(arguments()).lines());
        ImagePlus images = ImageFiles.open(output);
        assertArrayEquals(new int[] {28, 28, 1, 16, 1}, images.getDimensions());
        assertEquals(32, images.getBitDepth());
        assertEquals("sample 16", images.getStack().getSliceLabel(16));
    }

    @Test
    void sizeCountAndSeedAreObeyed() throws IOException {
        Run.of(arguments("--size", "12x8", "--count", 2, "--seed", 5)).lines();
        float[] first = pixels(1);
        assertEquals(12 * 8, first.length);
        Run.of(arguments("--size", "12x8", "--count", 3, "--seed", 5)).lines();
        assertEquals(3, ImageFiles.open(output).getStackSize());
        assertArrayEquals(first, pixels(1));
    }

    @Test
    void drawsAllPlanesAsOnePicture() throws IOException {
        Path montage = folder.resolve("pictures/new.png");
        List<String> lines = Run.of(arguments("--count", 4, "--montage", montage)).lines();
        assertEquals("saved " + montage, lines.get(2));
        assertEquals(2 * 2 * 28 + 3 * 2, ImageFiles.open(montage).getWidth());
    }

    @Test
    void writesSamplesOfAnImageWithMeanAndDeviation() throws IOException {
        Path noisy = files.image("noisy.png", 21, 13);
        assertEquals(
                List.of("saved " + output),
                Run.of(arguments("--input", noisy, "--count", 3)).lines());
        ImagePlus samples = ImageFiles.open(output);
        assertArrayEquals(new int[] {21, 13, 1, 5, 1}, samples.getDimensions());
        assertEquals("standard deviation", samples.getStack().getSliceLabel(5));
    }

    @Test
    void anInterruptionWritesNothing() {
        Interruption interruption = new Interruption();
        interruption.request();
        Run run = Run.of(interruption, new StringWriter(), arguments());
        assertEquals(130, run.status());
        assertEquals("Interrupted: nothing was written.", run.err().strip());
        assertFalse(Files.exists(output));
    }

    @Test
    void wrongRequestsAreMistakes() throws IOException {
        Path noisy = files.image("noisy.tif", 21, 13);
        Run.mistake("from 1 to 10000, not 0", arguments("--count", 0));
        Run.mistake("multiples of 2 x 2 pixels", arguments("--size", "28x27"));
        Run.mistake("write WIDTHxHEIGHT", arguments("--size", "28"));
        Run.mistake("leave out --size", arguments("--size", "28x28", "--input", noisy));
        Run.mistake("Unknown device", arguments("--device", "abacus"));
        Run.mistake("missing.tif", arguments("--input", folder.resolve("missing.tif")));
        Run.mistake(
                "no latent code", "generate", "--model", files.model("ae.zip"), "--output", output);
        Run.mistake("There is no model digit", "generate", "--model", "digit", "--output", output);
    }

    @Test
    void outputsThatCannotBeWrittenAreMistakes() throws IOException {
        Path noisy = files.image("noisy.tif", 21, 13);
        Run.mistake(".tif", "generate", "--model", model, "--output", folder.resolve("new.png"));
        Run.mistake(
                "would overwrite an input",
                "generate",
                "--model",
                model,
                "--input",
                noisy,
                "--output",
                noisy);
    }

    private float[] pixels(int slice) throws IOException {
        return (float[]) ImageFiles.open(output).getStack().getPixels(slice);
    }

    private Object[] arguments(Object... more) {
        Object[] all = new Object[more.length + 5];
        System.arraycopy(
                new Object[] {"generate", "--model", model, "--output", output}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return all;
    }
}
