package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {

    private static final Pattern NUMBER_OR_WORDS =
            Pattern.compile("unknown|[0-9]+(\\.[0-9]+)?( %)?|[A-Za-z].*|[0-9]+\\.[0-9].*");

    @TempDir private Path folder;

    @Test
    void aTinyRunFillsEveryCell() throws IOException {
        Path json = folder.resolve("figures.json");
        Run run =
                Run.of(
                        "benchmark",
                        "--network",
                        "pooling-ae",
                        "--size",
                        64,
                        "--repeats",
                        1,
                        "--device",
                        "cpu",
                        "--json",
                        json);
        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of("denoising ...", "training ...", "SSIM ..."), run.err().lines().toList());
        for (String line : run.out().lines().filter(line -> !line.isEmpty()).toList())
            for (String cell : line.substring(2, line.length() - 2).split(" \\| "))
                assertTrue(cell.equals("---") || NUMBER_OR_WORDS.matcher(cell).matches(), line);
        assertEquals(
                Set.of("circumstances", "denoising", "training", "ssim_of_2048_x_2048_pixels"),
                ((Map<?, ?>) YamlText.read(Files.readAllBytes(json))).keySet());
    }

    @Test
    void whatCannotBeMeasuredIsAMistake() {
        Run.mistake("16 to 16384 pixels wide, not 8", "benchmark", "--size", 8);
        Run.mistake("at least 1 repeat", "benchmark", "--repeats", 0);
        Run.mistake("Unknown network", "benchmark", "--network", "none");
        Run.mistake("missing", "benchmark", "--json", folder.resolve("missing/figures.json"));
    }
}
