package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import io.github.noise2clean.batch.MixedFiles;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.ModelLibrary;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;
import org.scijava.log.LogListener;
import org.scijava.log.LogService;

class DenoiseFolderTest {

    private static Commands commands;

    @TempDir private Path folder;

    @BeforeAll
    static void open() {
        commands = new Commands();
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @BeforeEach
    void clearResults() {
        ResultsTable.getResultsTable().reset();
    }

    @Test
    void imagesOfEveryTypeAreDenoisedAndTheDamagedOnesTold() throws IOException {
        new MixedFiles(folder).write(10).writeDamaged();
        CommandModule run = run("recursive", true);
        assertEquals(
                "Of 13 files 10 were denoised, 0 had been done before and 3 failed.",
                run.getOutput("report"));
        assertEquals(3, run.getOutput("failed"));
        assertEquals(
                List.of("failed", "failed", "failed", "done"), column("Outcome").subList(0, 4));
        assertEquals(
                folder.resolve("damaged-cut.tif").toString(),
                ResultsTable.getResultsTable().getLabel(0));
        Path result = folder.resolve("denoised/well-A/006-hyperstack.tif");
        ImagePlus noisy = ImageFiles.open(folder.resolve("well-A/006-hyperstack.tif"));
        ImagePlus denoised = ImageFiles.open(result);
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions());
        assertEquals(16, denoised.getBitDepth());
        assertEquals("micron", denoised.getCalibration().getUnit());
        assertEquals(14, Files.readAllLines(folder.resolve("denoised/noise2clean-log.csv")).size());
    }

    @Test
    void whatIsDoneIsSkippedUnlessOneSaysOtherwise() throws IOException {
        new MixedFiles(folder).write(1);
        run("recursive", true);
        run("recursive", true);
        run("recursive", true, "skipdone", false);
        assertEquals(List.of("done", "skipped", "done"), column("Outcome"));
    }

    @Test
    void whatATileWillTakeIsLogged() throws IOException {
        ImagePlus large = new ImagePlus("large", new FloatProcessor(256, 128));
        ImageFiles.save(large, folder.resolve("large.tif"));
        List<String> logged = new ArrayList<>();
        LogListener listener = message -> logged.add(message.text());
        LogService log = commands.service().context().service(LogService.class);
        log.addLogListener(listener);
        run("tile", 128, "model", "natural-grey");
        log.removeLogListener(listener);
        assertTrue(
                logged.get(0).startsWith("tiles of 100 x 128 pixels in windows of"), "" + logged);
    }

    @Test
    void foldersNamesAndSuffixAreWhatOneSays() throws IOException {
        new MixedFiles(folder).write(5);
        Path output = folder.resolve("elsewhere");
        Path log = folder.resolve("log.csv");
        Object[] keys = {
            "input",
            folder.resolve("well-A"),
            "output",
            output,
            "pattern",
            "*.png",
            "suffix",
            "-b",
            "log",
            log
        };
        commands.run(DenoiseFolder.class, Stream.concat(texts(keys), fast()).toArray());
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(
                    List.of(output.resolve("000-8-bit-b.tif"), output.resolve("003-rgb-b.tif")),
                    files.sorted().toList());
        }
        assertEquals(3, Files.readAllLines(log).size());
    }

    @Test
    @Timeout(120)
    void escapeEndsTheBatch() throws Exception {
        new MixedFiles(folder).write(10);
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
        Object[] keys = {"input", folder.toString(), "recursive", true, "model", "this image"};
        Future<CommandModule> running = commands.service().run(DenoiseFolder.class, true, keys);
        while (!Files.exists(folder.resolve("denoised/noise2clean-log.csv"))) Thread.sleep(5);
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        CommandModule run = running.get();
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
        assertTrue(((Cancelable) run.getCommand()).isCanceled());
        assertTrue(column("Outcome").size() < 10);
    }

    @Test
    void mistakesAreToldBeforeTheFirstImage() throws IOException {
        refused("Give the folder of the noisy images.", "input", " ");
        Path missing = folder.resolve("missing");
        refused("There is no file or folder " + missing + ".", "input", missing.toString());
        refused(
                "The folder %s holds no image files whose names match *.gif.".formatted(folder),
                "input",
                folder.toString(),
                "pattern",
                "*.gif");
        new MixedFiles(folder).write(1);
        refused(
                "Cannot write the log %s: its folder must exist and be writable."
                        .formatted(missing.resolve("log.csv")),
                "input",
                folder.resolve("well-A").toString(),
                "log",
                missing.resolve("log.csv").toString());
        Path model = folder.resolve("model.zip");
        String offered = String.join(", ", ModelLibrary.BUNDLED.names());
        refused(
                "There is no model %s: give a model file, or one of the names %s."
                        .formatted(model, offered),
                "input",
                folder.resolve("well-A").toString(),
                "model",
                model.toString());
        assertEquals(0, ResultsTable.getResultsTable().size());
        assertFalse(Files.exists(folder.resolve("well-A/denoised/000-8-bit.tif")));
    }

    private CommandModule run(Object... keysAndValues) {
        Stream<Object> given = Stream.concat(fast(), Stream.of(keysAndValues));
        Stream<Object> input = Stream.of("input", folder.toString());
        return commands.run(DenoiseFolder.class, Stream.concat(input, given).toArray());
    }

    private static Stream<Object> fast() {
        return Stream.of("model", "fluorescence", "device", "cpu");
    }

    private static Stream<Object> texts(Object... keysAndValues) {
        return Stream.of(keysAndValues).map(Object::toString);
    }

    private static void refused(String reason, Object... keysAndValues) {
        commands.assertRefused(reason, DenoiseFolder.class, keysAndValues);
    }

    private static List<String> column(String name) {
        ResultsTable table = ResultsTable.getResultsTable();
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.getStringValue(name, row))
                .toList();
    }
}
