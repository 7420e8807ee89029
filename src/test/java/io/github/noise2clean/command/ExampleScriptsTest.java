package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.batch.MixedFiles;
import io.github.noise2clean.cli.Main;
import io.github.noise2clean.image.ImageFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptService;

/** The scripts that we give our users as examples do what they say. */
class ExampleScriptsTest {

    private static final Path EXAMPLES = Path.of("scripts", "examples");
    private static final Path SAMPLES = Path.of("sample-data", "fluorescence", "test");

    @TempDir private Path folder;

    @Test
    void theMacroDenoisesAFolderAndWritesATableOfSsim() throws IOException {
        ResultsTable.getResultsTable().reset();
        Path noisy = Files.createDirectory(folder.resolve("noisy images"));
        Path clean = Files.createDirectory(folder.resolve("clean images"));
        for (String name : List.of("a.tif", "b.tif")) {
            Files.copy(SAMPLES.resolve("noisy.tif"), noisy.resolve(name));
            Files.copy(SAMPLES.resolve("clean.tif"), clean.resolve(name));
        }
        Files.copy(SAMPLES.resolve("clean.tif"), clean.resolve("alone.tif"));
        Path denoised = folder.resolve("denoised");
        ScriptHost.install();
        String result =
                IJ.runMacro(
                        Files.readString(EXAMPLES.resolve("denoise-folder.ijm")),
                        "%s/,%s/,%s/".formatted(noisy, clean, denoised));
        assertEquals(null, result);
        ResultsTable table = ResultsTable.open(denoised.resolve("ssim.csv").toString());
        assertEquals(4, table.size(), "a row for the plane of each image, and one for the whole");
        assertEquals("denoised b.tif", table.getStringValue("Test", 3));
        assertTrue(table.getValue("SSIM", 0) > 0.9, () -> "SSIM " + table.getValue("SSIM", 0));
        assertEquals(table.getValue("SSIM", 0), table.getValue("SSIM", 3));
    }

    @Test
    void theGroovyScriptDenoisesAnImage() throws Exception {
        Path result = folder.resolve("result.tif");
        try (Context context = new Context(CommandService.class, ScriptService.class)) {
            Path file = EXAMPLES.resolve("denoise.groovy");
            ScriptInfo script = new ScriptInfo(context, file.toFile());
            assertEquals(
                    List.of("File noisy", "String model", "File result", "CommandService commands"),
                    StreamSupport.stream(script.inputs().spliterator(), false)
                            .map(ExampleScriptsTest::described)
                            .toList());
            Map<String, Object> inputs =
                    Map.of(
                            "noisy", SAMPLES.resolve("noisy.tif").toFile(),
                            "model", "fluorescence",
                            "result", result.toFile(),
                            "commands", context.service(CommandService.class));
            Binding binding = new Binding(new HashMap<>(inputs));
            new GroovyShell(binding).evaluate(script.getProcessedScript());
            double ssim = (double) binding.getVariable("ssim");
            assertTrue(ssim > 0.1 && ssim < 0.9, "SSIM " + ssim);
        }
        ImagePlus denoised = ImageFiles.open(result);
        assertEquals("fluorescence", denoised.getProp("noise2clean.model"));
    }

    @Test
    @Timeout(120)
    void theShellScriptDenoisesWhatIsNotDone() throws Exception {
        assumeTrue(File.separatorChar == '/', "The script needs a Unix shell: skipped.");
        new MixedFiles(folder.resolve("noisy")).write(3).writeDamaged();
        assertEquals(2, shell());
        assertEquals(2, shell());
        List<String> rows = Files.readAllLines(folder.resolve("denoised/log.csv"));
        Map<String, Long> outcomes =
                rows.stream()
                        .skip(1)
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.split(",")[1], Collectors.counting()));
        assertEquals(Map.of("done", 3L, "skipped", 3L, "failed", 6L), outcomes);
    }

    private int shell() throws IOException, InterruptedException {
        Path program = folder.resolve("noise2clean");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '%s/bin/java' -cp '%s' %s \"$@\"\n"
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        assertTrue(program.toFile().setExecutable(true));
        ProcessBuilder shell =
                new ProcessBuilder(
                        EXAMPLES.resolve("denoise-headless.sh").toString(),
                        folder.resolve("noisy").toString(),
                        folder.resolve("denoised").toString(),
                        "fluorescence");
        shell.environment().put("NOISE2CLEAN", program.toString());
        return shell.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }

    private static String described(ModuleItem<?> item) {
        return item.getType().getSimpleName() + " " + item.getName();
    }
}
