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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroShotCommandTest {

    @TempDir private Path folder;
    private SampleFiles files;
    private Path noisy;

    @BeforeEach
    void makeFiles() throws IOException {
        files = new SampleFiles(folder);
        noisy = files.image("noisy.tif", 21, 18);
    }

    @Test
    void theSeedDecidesTheImage() throws IOException {
        byte[] once = denoised("a.tif", "--seed", 3);
        assertArrayEquals(once, denoised("b.tif", "--seed", 3));
        assertFalse(Arrays.equals(once, denoised("c.tif", "--seed", 4)));
        assertFalse(Arrays.equals(once, pixels(noisy)));
    }

    @Test
    void everyInputHasANetworkOfItsOwn() throws IOException {
        Path other = files.stack("stack.tif", 2);
        Path output = folder.resolve("out");
        assertEquals(0, zeroShot(output, noisy, other, "--portion", "plane").status());
        assertEquals(2, ImageFiles.open(output.resolve("stack.tif")).getStackSize());
        assertArrayEquals(denoised("alone.tif"), pixels(output.resolve("noisy.tif")));
    }

    @Test
    void aModelAndZeroShotExcludeEachOther() throws IOException {
        Path model = files.model("model.zip");
        Path output = folder.resolve("a.tif");
        Run.mistake("either --model or --zero-shot", arguments(output, noisy, "--model", model));
        Run.mistake(
                "goes with --zero-shot or --uncertainty samples only",
                "denoise",
                "--model",
                model,
                "--seed",
                "3",
                "--output",
                output,
                noisy);
    }

    @Test
    void wrongValuesAreMistakes() throws IOException {
        Path output = folder.resolve("a.tif");
        Path small = files.image("small.png", 5, 5);
        Run.mistake("Unknown portion 'row'", arguments(output, noisy, "--portion", "row"));
        Run.mistake("no latent code", arguments(output, noisy, "--sample", "1"));
        Run.mistake(
                "at least 1 step",
                "denoise",
                "--zero-shot",
                "--steps",
                "0",
                "--output",
                output,
                noisy);
        Run.mistake("5 x 5 pixels is too small", arguments(output, small));
        assertFalse(Files.exists(output));
    }

    @Test
    void anInterruptionWritesNothing() {
        Interruption interruption = new Interruption();
        interruption.request();
        Path output = folder.resolve("a.tif");
        Run run = Run.of(interruption, new StringWriter(), arguments(output, noisy));
        assertEquals(130, run.status());
        assertEquals("Interrupted: the image under way was not written.", run.err().strip());
        assertFalse(Files.exists(output));
    }

    private byte[] denoised(String name, Object... options) throws IOException {
        Path output = folder.resolve(name);
        Object[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = noisy;
        assertEquals(List.of("saved " + output), zeroShot(output, all).lines());
        return pixels(output);
    }

    private static Run zeroShot(Path output, Object... others) {
        return Run.of(arguments(output, others));
    }

    private static Object[] arguments(Path output, Object... others) {
        Object[] first = {
            "denoise", "--zero-shot", "--steps", 3, "--device", "cpu", "--output", output
        };
        Object[] all = Arrays.copyOf(first, first.length + others.length);
        System.arraycopy(others, 0, all, first.length, others.length);
        return all;
    }

    private static byte[] pixels(Path file) throws IOException {
        ImagePlus image = ImageFiles.open(file);
        return (byte[]) image.getProcessor().getPixels();
    }
}
