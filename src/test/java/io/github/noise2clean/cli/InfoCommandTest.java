package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {

    @TempDir private Path folder;

    @Test
    void tellsTheCardAndTheNetwork() throws IOException {
        List<String> lines = Run.of("info", new SampleFiles(folder).model("model.zip")).lines();
        for (String line :
                List.of(
                        "name              sample",
                        "architecture      resblock-ae",
                        "normalization     fixed:0,255",
                        "  epochs            1",
                        "dimensions        2",
                        "size multiple     2 x 2 pixels",
                        "Layers")) assertTrue(lines.contains(line), line + " not in " + lines);
    }

    @Test
    void tellsFirstWhatABundledModelIsFor() {
        List<String> lines = Run.of("info", "mnist-resblock-vae").lines();
        assertEquals("# mnist-resblock-vae", lines.get(0));
        assertTrue(lines.indexOf("## Limits") < lines.indexOf("Layers"), lines.toString());
    }

    @Test
    void tellsTheVersionsAndDevicesAndThatPyTorchComputesWhatItShould() {
        List<String> lines = Run.of("info", "--device").lines();
        assertTrue(lines.contains("djl               0.35.1"), lines.toString());
        assertTrue(lines.contains("pytorch           2.7.1"), lines.toString());
        for (String start : List.of("devices           cpu (", "self-test         passed on cpu"))
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), lines.toString());
    }

    @Test
    void filesThatAreNoModelsAreMistakes() throws IOException {
        Run.mistake("foreign.zip", "info", new SampleFiles(folder).text("foreign.zip"));
        Run.mistake("missing.zip", "info", folder.resolve("missing.zip"));
        Run.mistake("There is no model", "info", folder);
    }

    @Test
    void fetchingGoesWithTheDeviceOnly() {
        Run.mistake("--fetch goes with --device", "info", "model.zip", "--fetch", "cuda");
        Run.mistake("--fetch", "info", "--device", "--fetch", "cu118");
    }

    @Test
    void eitherAModelOrTheDeviceIsWanted() {
        Run.mistake("either", "info");
        Run.mistake("either", "info", "--device", "model.zip");
    }
}
