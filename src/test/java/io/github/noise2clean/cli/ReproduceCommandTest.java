package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.ModelFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproduceCommandTest {

    @TempDir private Path folder;
    private Path digits;
    private Path report;

    @BeforeEach
    void makeDigits() throws IOException {
        digits = new SampleFiles(folder).digits("digits", 24, 2);
        report = folder.resolve("report");
    }

    @Test
    void printsEpochsMethodsAndFiguresAndWritesTheReport() throws IOException {
        List<String> lines = Run.of(arguments("--epochs", 1)).lines();
        assertEquals(9, lines.size());
        assertTrue(lines.get(0).startsWith("epoch 1/1  train 0."), lines.get(0));
        assertTrue(lines.get(1).matches("noisy +PSNR +\\d+\\.\\d\\d  SSIM .*"), lines.get(1));
        assertTrue(lines.get(5).startsWith("network "), lines.get(5));
        assertTrue(lines.get(6).startsWith("author    "), lines.get(6));
        assertTrue(lines.get(7).startsWith("this run  PSNR "), lines.get(7));
        assertEquals("saved " + report.resolve("report.md"), lines.get(8));
        assertTrue(page().startsWith("# strided-ae on digits\n"), page());
        assertEquals("strided-ae", ModelFile.read(report.resolve("model.zip")).card().name());
    }

    @Test
    void theReportHasTheCommandThatMadeIt() throws IOException {
        Run.of(arguments("--epochs", 1, "--images", 20, "--seed", 3)).lines();
        assertTrue(
                page().contains(
                                "noise2clean reproduce strided-ae --data "
                                        + digits
                                        + " --output "
                                        + report
                                        + " --epochs 1 --images 20 --seed 3\n"),
                page());
        assertTrue(page().contains("| seed | 3 |"), page());
    }

    @Test
    void precisionIsThatOfTheOption() throws IOException {
        Run.of(arguments("--epochs", 1, "--precision", "bfloat16")).lines();
        assertTrue(page().contains("| precision | bfloat16 |"), page());
    }

    @Test
    void anInterruptionKeepsTheModelAndResumeGoesOn() throws IOException {
        Run interrupted = interruptedAfterFirstEpoch();
        assertEquals(130, interrupted.status());
        assertTrue(
                interrupted.err().startsWith("Interrupted after epoch 1: the best weights so far"),
                interrupted.err());
        assertFalse(Files.exists(report.resolve("report.md")));
        assertEquals(9, Run.of(arguments("--epochs", 2, "--resume")).lines().size());
        assertTrue(page().contains("\n| 1 | 0.") && page().contains("\n| 2 | 0."), page());
    }

    @Test
    void anUnknownPresetIsAMistakeThatNamesAll() {
        Run.mistake("strided-ae", "reproduce", "unet", "--data", digits, "--output", report);
        assertFalse(Files.exists(report));
    }

    @Test
    void wrongFoldersAreMistakes() throws IOException {
        Run.mistake(
                "There is no folder",
                "reproduce",
                "strided-ae",
                "--data",
                folder.resolve("none"),
                "--output",
                report);
        Run.mistake(
                "lacks training or test images",
                "reproduce",
                "strided-ae",
                "--data",
                folder,
                "--output",
                report);
        Path file = Files.createFile(folder.resolve("file"));
        Run.mistake(
                "is a file: give a folder",
                "reproduce",
                "strided-ae",
                "--data",
                digits,
                "--output",
                file);
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 0, at least 1 epoch",
        "--images, 1, at least 2 training images",
        "--device, abacus, Unknown device 'abacus'",
        "--precision, int4, int4",
        "--noise, rain:10, rain",
    })
    void aWrongValueIsAMistake(String option, String value, String words) {
        Run.mistake(words, arguments(option, value));
    }

    @Test
    void theOriginalDivergenceIsForVariationalNetworks() {
        Run.mistake("strided-ae has no latent code", arguments("--original-divergence"));
    }

    @Test
    void withoutACheckpointThereIsNothingToResume() {
        Run.mistake("no checkpoint", arguments("--resume"));
    }

    private Run interruptedAfterFirstEpoch() {
        Interruption interruption = new Interruption();
        StringWriter out =
                new StringWriter() {
                    @Override
                    public void write(String text, int offset, int length) {
                        super.write(text, offset, length);
                        interruption.request();
                    }
                };
        return Run.of(interruption, out, arguments("--epochs", 2));
    }

    private String page() throws IOException {
        return Files.readString(report.resolve("report.md"));
    }

    private Object[] arguments(Object... options) {
        Stream<Object> usual =
                Stream.of("reproduce", "strided-ae", "--data", digits, "--output", report);
        return Stream.concat(usual, Stream.of(options)).toArray();
    }
}
