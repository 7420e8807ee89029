package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.foreign.TinyPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;

class DenoiserModelsTest {

    private static final String MODEL = "mnist-resblock-ae";

    @TempDir private Path folder;

    private final Commands commands = new Commands();
    private final String home = System.getProperty("user.home");

    @BeforeEach
    void moveHome() {
        System.setProperty("user.home", folder.toString());
    }

    @AfterEach
    void moveBack() {
        System.setProperty("user.home", home);
        commands.close();
    }

    @Test
    void allModelsAreListed() {
        List<String> lines = report("action", "list").lines().toList();
        assertTrue(lines.get(0).startsWith("fluorescence                bundled  2D, 1 channel"));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(MODEL + " ")));
    }

    @Test
    void aModelIsShownWithItsLimits() {
        assertTrue(report("action", "show", "model", MODEL).contains("## Limits"));
    }

    @Test
    void aPackageComesBackUnderAnotherName() {
        Path file = folder.resolve("package.zip");
        assertEquals(
                "Saved " + file + ".",
                report("action", "export", "model", MODEL, "file", file.toString()));
        assertEquals(
                "Imported digits.",
                report("action", "import", "file", file.toString(), "name", "digits"));
        assertTrue(report("action", "list").contains("\ndigits                      own "));
        assertEquals("Deleted digits.", report("action", "delete", "model", "digits"));
        assertFalse(report("action", "list").contains("\ndigits "));
    }

    @Test
    void aBareNetworkNeedsItsNormalization() {
        Path file = folder.resolve("net.onnx");
        report("action", "export", "model", MODEL, "format", "onnx", "file", file.toString());
        commands.assertRefused(
                "A bare file does not tell how images are normalised: give the normalization,"
                        + " such as fixed:0,255, percentile:1,99.8 or mean-std.",
                DenoiserModels.class,
                "action",
                "import",
                "file",
                file.toString());
        String done =
                report(
                        "action",
                        "import",
                        "file",
                        file.toString(),
                        "normalization",
                        "fixed:0,255",
                        "multiple",
                        4);
        assertTrue(done.endsWith("Imported net."), done);
    }

    @Test
    void aBareNetworkIsImportedAsItIsSaidToBe() throws IOException {
        Path file = Files.write(folder.resolve("net.pt"), TinyPackage.torchScript());
        Map<String, Object> said =
                new HashMap<>(
                        Map.of(
                                "action",
                                "import",
                                "file",
                                file.toString(),
                                "normalization",
                                "mean-std",
                                "axes",
                                "bcxy",
                                "halo",
                                2,
                                "trust",
                                true));
        assertTrue(report(said).endsWith("Imported net."));
        List<String> card = report("action", "show", "model", "net").lines().toList();
        assertTrue(card.contains("halo              2 x 2 pixels"), card.toString());
        said.putAll(Map.of("name", "three", "channels", 3));
        String refusal = refusal(said);
        assertTrue(refusal.contains("cannot take images of the shape [1, 3, 32, 32]"), refusal);
        said.put("axes", "bcyxt");
        assertTrue(refusal(said).startsWith("Networks with the axes 'bcyxt' are not run here: "));
    }

    @Test
    void aPackageTellsAboutItsNetworkItself() throws IOException {
        Path file = TinyPackage.current().zip(folder.resolve("tiny.zip"));
        commands.assertRefused(
                "Normalization, axes, channels, multiple and halo are for .onnx and .pt files:"
                        + " others tell it themselves.",
                DenoiserModels.class,
                "action",
                "import",
                "file",
                file.toString(),
                "halo",
                3);
    }

    @Test
    void mistakesAreRefused() {
        commands.assertRefused("Give the name of a model.", DenoiserModels.class, "action", "show");
        commands.assertRefused(
                "There is no model " + MODEL + " of your own to delete.",
                DenoiserModels.class,
                "action",
                "delete",
                "model",
                MODEL);
        commands.assertRefused(
                "Choose list, show, import, export or delete, not 'sell'.",
                DenoiserModels.class,
                "action",
                "sell");
        Path wrong = folder.resolve("net.pt");
        commands.assertRefused(
                "The file " + wrong + " must end with .onnx.",
                DenoiserModels.class,
                "action",
                "export",
                "model",
                MODEL,
                "format",
                "onnx",
                "file",
                wrong.toString());
        assertFalse(Files.exists(wrong));
    }

    private String report(Map<String, Object> values) {
        return report(flat(values));
    }

    private String refusal(Map<String, Object> values) {
        return ((Cancelable) commands.run(DenoiserModels.class, flat(values)).getCommand())
                .getCancelReason();
    }

    private static Object[] flat(Map<String, Object> values) {
        return values.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private String report(Object... keysAndValues) {
        return (String) commands.run(DenoiserModels.class, keysAndValues).getOutput("report");
    }
}
