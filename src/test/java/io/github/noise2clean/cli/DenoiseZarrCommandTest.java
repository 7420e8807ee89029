package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.noise2clean.blocks.ZarrSamples;
import io.github.noise2clean.blocks.ZarrSamples.Kind;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.PixelType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiseZarrCommandTest {

    @TempDir private Path folder;

    @Test
    void anImageIsDenoisedAndTheNumbersAreTold() throws IOException {
        Run run = denoise("--block", "64,64");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith("24 blocks, 0.1 megapixels, "), run.out());
        assertTrue(run.err().contains("24 blocks of 64 x 64 x 1 pixels"), run.err());
        OmeZarr denoised = OmeZarr.open(output());
        assertEquals(
                "input.zarr",
                denoised.note("noise2clean")
                        .orElseThrow()
                        .getAsJsonObject()
                        .get("input")
                        .getAsString());
        assertTrue(
                Intervals.equals(
                        OmeZarr.open(folder.resolve("input.zarr")).level(0).header().interval(),
                        denoised.level(0).header().interval()));
    }

    @Test
    void aDryRunTellsThePlanAndWritesNothing() throws IOException {
        List<String> lines = denoise("--dry-run").lines();
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).contains("tiles of "), lines.get(1));
        assertTrue(lines.get(3).contains("of Java's memory"), lines.get(3));
        assertFalse(Files.exists(output()));
    }

    @Test
    void whatSpeaksForTheResultIsPrinted() throws IOException {
        Run run = denoise("--trust", "--trust-csv", folder.resolve("trust.csv"));
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("noise removed"), run.out());
        assertTrue(Files.size(folder.resolve("trust.csv")) > 100);
    }

    @Test
    void aStoppedJobSaysHowToGoOnAndDoes() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        Run stopped = Run.of(interruption, new StringWriter(), arguments("--tile", 32));
        assertEquals(130, stopped.status());
        List<String> lines = stopped.err().lines().toList();
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("To go on: noise2clean denoise-zarr --input "), last);
        assertTrue(last.endsWith(" --tile 32 --resume"), last);
        assertEquals(0, denoise("--tile", 32, "--resume").status());
    }

    @Test
    void aSecondRunIsRefusedWithoutResume() throws IOException {
        denoise();
        Run.mistake("add --resume", arguments());
        Run again = denoise("--resume");
        assertTrue(again.out().startsWith("2 blocks (2 of them already there)"), again.out());
    }

    @Test
    void blocksAndTilesWithoutPixelsAreRefused() throws IOException {
        Run.mistake("at least 1 pixel", arguments("--block", "0,64"));
        Run.mistake("at least 1 pixel", arguments("--block", "64"));
        Run.mistake("at least 1 pixel", arguments("--tile", "-1"));
        Run.mistake("--block", arguments("--block", "64,x"));
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path none = Files.createDirectories(folder.resolve("none"));
        Run.mistake("holds no OME-Zarr", with(none, output()));
        Run.mistake("holds no OME-Zarr", with(folder.resolve("missing"), output()));
        Run.mistake("s3://", with("s3://bucket/image.zarr", output()));
        Run.mistake("within each other", with(input(), input().resolve("denoised.zarr")));
        Run.mistake("its folder must exist", with(input(), folder.resolve("no/denoised.zarr")));
    }

    @Test
    void aFolderWithoutPermissionIsRefused() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("locked"));
        assumeFalse(
                !locked.toFile().setWritable(false) || Files.isWritable(locked),
                "needs a user who is not above permissions");
        Run.mistake("writable", with(input(), locked.resolve("denoised.zarr")));
    }

    private Run denoise(Object... more) throws IOException {
        return Run.of(arguments(more));
    }

    private Object[] arguments(Object... more) throws IOException {
        return Stream.concat(Stream.of(with(input(), output())), Stream.of(more)).toArray();
    }

    private Object[] with(Object input, Object output) throws IOException {
        Path model = new SampleFiles(folder).model("model.zip");
        return new Object[] {
            "denoise-zarr",
            "--input",
            input,
            "--output",
            output,
            "--model",
            model,
            "--device",
            "cpu"
        };
    }

    private Path output() {
        return folder.resolve("output.zarr");
    }

    private Path input() throws IOException {
        Kind kind = new Kind(PixelType.UINT16, "xyz", new int[] {32, 16, 1}, 200, 150, 2);
        return new ZarrSamples(folder).image("input.zarr", kind);
    }
}
