package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseCommandTest {

    @TempDir private Path folder;
    private Path clean;

    @BeforeEach
    void makeImage() throws IOException {
        ByteProcessor grey = new ByteProcessor(200, 200);
        grey.add(100);
        clean = folder.resolve("clean.tif");
        ImageFiles.save(new ImagePlus("grey", grey), clean);
    }

    @Test
    void theNoiseHasTheLevelThatWasAskedForAndIsNotRounded() throws IOException {
        ImagePlus noisy = noisy("a.tif", 1);
        assertEquals(32, noisy.getBitDepth());
        assertEquals(100, noisy.getStatistics().mean, 0.5);
        assertEquals(25, noisy.getStatistics().stdDev, 0.5);
    }

    @Test
    void theSameSeedGivesTheSameNoise() throws IOException {
        noisy("a.tif", 3);
        noisy("b.tif", 3);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.tif")),
                Files.readAllBytes(folder.resolve("b.tif")));
    }

    @Test
    void everyKindOfNoiseIsReachedAndTheSequenceIsClipped() throws IOException {
        ImagePlus noisy = noisy("a.tif", 1, "masking:50%+gaussian:30-60%+clip");
        assertEquals(0, noisy.getStatistics().min);
        assertEquals(255, noisy.getStatistics().max);
    }

    @Test
    void theHelpShowsPerCentSignsAsTheyAreTyped() {
        String help = String.join(" ", Run.of("noise", "--help").lines());
        assertTrue(help.contains("--noise poisson:30+gaussian:2%+clip --output"), help);
        assertTrue(help.contains("  salt-and-pepper:SHARE%  "), help);
    }

    @Test
    void mistakesAreToldInASentence() {
        Run.mistake("noise", "noise", "--noise", "gauss", "--output", folder, clean);
        Run.mistake(
                "missing.tif",
                "noise",
                "--noise",
                "gaussian:25",
                "--output",
                folder.resolve("x.tif"),
                folder.resolve("missing.tif"));
    }

    private ImagePlus noisy(String name, int seed) throws IOException {
        return noisy(name, seed, "gaussian:25");
    }

    private ImagePlus noisy(String name, int seed, String noise) throws IOException {
        Path file = folder.resolve(name);
        List<String> lines =
                Run.of("noise", "--noise", noise, "--seed", seed, "--output", file, clean).lines();
        assertEquals(List.of("saved " + file), lines);
        return ImageFiles.open(file);
    }
}
