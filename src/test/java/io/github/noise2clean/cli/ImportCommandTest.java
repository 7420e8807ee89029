package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.foreign.TinyPackage;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ModelFolder;
import io.github.noise2clean.library.OwnModels;
import io.github.noise2clean.model.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir private Path folder;

    @Test
    void anImportedPackageIsListedDescribedUsedAndDeleted() throws IOException {
        Path file = TinyPackage.current().zip(folder.resolve("package.zip"));
        assertEquals("imported tiny", last(run("import", file)));
        assertEquals(
                "tiny                        own      2D, 1 channel    It doubles. (MIT)",
                last(run("models")));
        assertTrue(run("info", "tiny").lines().contains("licence           MIT"));
        Path noisy = new SampleFiles(folder).image("noisy.tif", 40, 30);
        Path denoised = folder.resolve("denoised.tif");
        assertEquals(
                List.of("saved " + denoised),
                run("denoise", "--model", "tiny", "--output", denoised, noisy).lines());
        assertEquals("deleted tiny", last(run("models", "--delete", "tiny")));
        assertEquals(2, run("info", "tiny").status());
    }

    @Test
    void aBareNetworkNeedsItsNormalization() throws IOException {
        Path file = Files.write(folder.resolve("net.onnx"), TinyPackage.onnx());
        Run.mistake("give the normalization", "import", file);
        List<String> lines =
                run("import", file, "--normalization", "fixed:0,255", "--halo", 2).lines();
        assertEquals("imported net", lines.get(lines.size() - 1));
    }

    @Test
    void aPackageTellsItsNormalizationItself() throws IOException {
        Path file = TinyPackage.current().zip(folder.resolve("package.zip"));
        Run.mistake("are for .onnx and .pt files", "import", file, "--normalization", "mean-std");
    }

    @Test
    void whatIsNoModelIsAMistake() throws IOException {
        Run.mistake("There is no file or folder", "import", folder.resolve("missing.zip"));
        Run.mistake("is not a Noise2Clean model", "import", new SampleFiles(folder).text("a.zip"));
        Path file = Files.write(folder.resolve("net.onnx"), TinyPackage.onnx());
        Run.mistake("import it first", "info", file);
    }

    private static String last(Run run) {
        List<String> lines = run.lines();
        return lines.get(lines.size() - 1);
    }

    private Run run(Object... arguments) {
        OwnModels own = new OwnModels(new ModelFolder(folder.resolve("own")));
        return Run.with(new InstalledModels(ModelLibrary.BUNDLED, List.of(), own), arguments);
    }
}
