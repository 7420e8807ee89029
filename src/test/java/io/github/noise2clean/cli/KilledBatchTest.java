package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.batch.MixedFiles;
import io.github.noise2clean.image.ImageFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code denoise} of a folder that is killed in the midst of its work, and run again. */
class KilledBatchTest {

    private static final int GOOD = 40;
    private static final int DAMAGED = 3;

    @TempDir private Path folder;

    @Test
    @Timeout(300)
    void aSecondRunDoesTheRestAndLeavesWhatIsDone() throws Exception {
        Path in = folder.resolve("in");
        new MixedFiles(in).write(GOOD).writeDamaged();
        kill(arguments(in));
        Map<Path, FileTime> before = results();
        assertTrue(before.size() >= 3 && before.size() < GOOD, before.size() + " are done");
        Run again = Run.of(arguments(in));
        assertEquals(2, again.status());
        assertEquals(
                "Of %d files %d were denoised, %d had been done before and %d failed."
                        .formatted(GOOD + DAMAGED, GOOD - before.size(), before.size(), DAMAGED),
                again.err().lines().reduce((first, last) -> last).orElseThrow());
        Map<Path, FileTime> after = results();
        assertEquals(GOOD, after.size());
        before.forEach((file, time) -> assertEquals(time, after.get(file), file.toString()));
        for (Path file : after.keySet()) assertLikeInput(file, in);
    }

    /** Starts the program, and kills it when it has done three images at least. */
    private void kill(Object[] arguments) throws IOException, InterruptedException {
        List<String> java =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        List<String> command =
                Stream.concat(java.stream(), Stream.of(arguments).map(Object::toString)).toList();
        File output = folder.resolve("output.txt").toFile();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        while (process.isAlive() && results().size() < 3) Thread.sleep(2);
        process.destroyForcibly().waitFor();
    }

    private Object[] arguments(Path in) throws IOException {
        Path model = folder.resolve("model.zip");
        if (!Files.exists(model)) new SampleFiles(folder).model("model.zip");
        return new Object[] {
            "denoise",
            "--model",
            model,
            "--device",
            "cpu",
            "--tile",
            32,
            "--recursive",
            "--skip-done",
            "--log",
            folder.resolve("log.csv"),
            "--output",
            out(),
            in
        };
    }

    private Path out() {
        return folder.resolve("out");
    }

    /** When each was written; without what the killed run has left unfinished. */
    private Map<Path, FileTime> results() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        if (!Files.exists(out())) return times;
        try (Stream<Path> files = Files.walk(out())) {
            for (Path file : files.filter(KilledBatchTest::isResult).toList())
                times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static boolean isResult(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".tif") && !name.startsWith(".");
    }

    private void assertLikeInput(Path result, Path in) throws IOException {
        Path place = out().relativize(result);
        String stem = place.getFileName().toString().replace(".tif", "");
        try (Stream<Path> inputs = Files.list(in.resolve(place).getParent())) {
            Path input =
                    inputs.filter(file -> file.getFileName().toString().startsWith(stem + "."))
                            .findFirst()
                            .orElseThrow();
            ImagePlus noisy = ImageFiles.open(input);
            ImagePlus denoised = ImageFiles.open(result);
            assertArrayEquals(noisy.getDimensions(), denoised.getDimensions(), place.toString());
            assertEquals(noisy.getType(), denoised.getType(), place.toString());
            assertEquals(
                    noisy.getCalibration().getUnit(),
                    denoised.getCalibration().getUnit(),
                    place.toString());
        }
    }
}
