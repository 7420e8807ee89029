package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zeroshot.Denoising;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the executor threads of this process. */
class DenoiseFilesCommandTest {

    private static final Path SAMPLE = Path.of("sample-data/fluorescence/test/noisy.tif");
    private static final Path BUNDLED =
            Path.of("src/main/resources/noise2clean/models/fluorescence.zip");

    @TempDir Path folder;
    private Path in;
    private Path made;
    private Path model;
    private ImagePlus noisy;

    @BeforeEach
    void makeFiles() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        made = folder.resolve("out");
        model = Files.copy(BUNDLED, folder.resolve("mine.zip"));
        noisy = IJ.openImage(SAMPLE.toString());
        noisy.setRoi(0, 0, 64, 48);
        noisy = noisy.crop();
        for (String name : List.of("a.tif", "b.tif")) ImageFiles.save(noisy, in.resolve(name));
    }

    @Test
    void filesBecomeWhatOneProcessMakesOfThem() throws IOException {
        SparkRun run = denoise("--model", model);
        assertEquals(0, run.status(), run.err());
        for (String name : List.of("a.tif", "b.tif"))
            assertArrayEquals(
                    pixels(denoised()), pixels(ImageFiles.open(made.resolve(name))), name);
        List<String> summary = run.err().lines().toList();
        assertTrue(
                summary.get(0).startsWith("executor driver on 127.0.0.1: 2 tasks, 0.0 "),
                run.err());
        assertEquals(
                "Of 2 files 2 were denoised, 0 had been done before and 0 failed.", summary.get(1));
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndLoggedAfterTheOthers() throws IOException {
        Files.writeString(in.resolve("b.tif"), "no image");
        Path log = folder.resolve("log.csv");
        SparkRun run = denoise("--model", "fluorescence", "--log", log);
        assertEquals(2, run.status());
        List<String> rows = Files.readAllLines(log);
        assertEquals(3, rows.size());
        assertTrue(rows.get(1).contains("a.tif\",done,"), rows.get(1));
        assertTrue(rows.get(2).contains("b.tif\",failed,"), rows.get(2));
        assertTrue(run.err().contains("failed " + in.resolve("b.tif") + ": "), run.err());
        assertTrue(Files.exists(made.resolve("a.tif")));
    }

    @Test
    void aModelThatIsNotThereIsAMistake() {
        SparkRun run = denoise("--model", "no-such-model");
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private SparkRun denoise(Object... more) {
        Stream<Object> given = Stream.of("denoise", "--device", "cpu", "--output", made, in);
        return SparkRun.of(Stream.concat(given, Stream.of(more)).toArray());
    }

    private ImagePlus denoised() throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN);
        var opened = InstalledModels.found().open(model.toString());
        try (Denoising denoising = Denoising.with(opened, settings, note -> {})) {
            return denoising.outcome(noisy, DenoisingListener.NONE).image();
        }
    }

    private static float[] pixels(ImagePlus image) {
        return (float[]) image.getProcessor().convertToFloat().getPixels();
    }
}
