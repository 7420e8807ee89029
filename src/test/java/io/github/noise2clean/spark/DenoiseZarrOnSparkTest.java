package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.blocks.BlockRequest;
import io.github.noise2clean.blocks.JobListener;
import io.github.noise2clean.blocks.LocalRunner;
import io.github.noise2clean.blocks.Places;
import io.github.noise2clean.blocks.ZarrDenoising;
import io.github.noise2clean.blocks.ZarrSamples;
import io.github.noise2clean.cli.Interruption;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zarr.PixelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiseZarrOnSparkTest {

    private static final String MODEL = "fluorescence";

    @TempDir Path folder;
    private Path noisy;
    private Path denoised;

    @BeforeEach
    void makeImage() throws IOException {
        var kind = new ZarrSamples.Kind(PixelType.UINT16, "xyz", new int[] {32, 32, 2}, 300, 70, 3);
        noisy = new ZarrSamples(folder).image("noisy.zarr", kind);
        denoised = folder.resolve("denoised.zarr");
    }

    @Test
    void theResultIsThatOfOneProcessWithOtherBlocksToTheLastBit() throws IOException {
        Path alone = folder.resolve("alone.zarr");
        denoiseAlone(alone);
        SparkRun run = denoise(new Interruption(), "--block", "64,64");
        assertEquals(0, run.status(), run.err());
        assertEquals(files(alone), files(denoised));
        for (String file : files(alone))
            assertArrayEquals(
                    Files.readAllBytes(alone.resolve(file)),
                    Files.readAllBytes(denoised.resolve(file)),
                    file);
        assertTrue(
                run.err().contains("executor driver on 127.0.0.1: 20 tasks, 0.1 mega"), run.err());
    }

    @Test
    void aStoppedJobIsResumed() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        SparkRun stopped = denoise(interruption);
        assertEquals(130, stopped.status(), stopped.err());
        assertTrue(
                stopped.err().contains("To go on: noise2clean-spark denoise-zarr "), stopped.err());
        assertEquals(0, denoise(new Interruption(), "--resume").status());
    }

    private SparkRun denoise(Interruption interruption, Object... more) {
        Stream<Object> given =
                Stream.of(
                        "denoise-zarr",
                        "--input",
                        noisy,
                        "--output",
                        denoised,
                        "--model",
                        MODEL,
                        "--device",
                        "cpu",
                        "--tile",
                        32);
        return SparkRun.of(interruption, Stream.concat(given, Stream.of(more)).toArray());
    }

    private void denoiseAlone(Path output) throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 32, false, Estimate.PLAIN);
        Places places = new Places(noisy.toString(), output.toString());
        BlockRequest request = new BlockRequest(places, MODEL, List.of(), settings, false);
        new ZarrDenoising(request, InstalledModels.found())
                .run(new LocalRunner(() -> false), JobListener.NONE);
    }

    /** Paths within the image. */
    private static List<String> files(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> image.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
