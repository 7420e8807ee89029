package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ModelFolder;
import io.github.noise2clean.library.OwnModels;
import io.github.noise2clean.model.ModelLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code denoise} where the user does not choose a network. */
class AutomaticCommandTest {

    @TempDir private Path folder;
    private SampleFiles files;
    private Path dark;
    private Path bright;

    @BeforeEach
    void makeFiles() throws IOException {
        files = new SampleFiles(folder);
        dark = files.save("in/dark.tif", darkPlane());
        bright = files.image("in/noise.tif", 40, 30);
        Files.createDirectories(folder.resolve("noise2clean/models"));
        Files.writeString(folder.resolve("noise2clean/models/index.txt"), "");
    }

    @Test
    void withoutABundledModelItTrainsOnTheImageAndSaysSo() throws IOException {
        for (List<Object> named : List.of(List.<Object>of(), List.<Object>of("--model", "auto"))) {
            Path output = folder.resolve("denoised.tif");
            Run run = denoise(named, "--steps", 3, "--output", output, dark);
            assertEquals("saved " + output, run.out().strip());
            assertTrue(
                    run.err()
                            .startsWith(
                                    "dark.tif: a network is trained on this image alone. The model"
                                            + " fluorescence would be used, since it is mostly"
                                            + " dark"),
                    run.err());
            assertEquals("this image", model(output));
            assertEquals("1", ImageFiles.open(output).getProp("noise2clean.seed"));
        }
    }

    @Test
    void everyImageOfAFolderIsGivenTheModelThatSuitsIt() throws IOException {
        files.model("noise2clean/models/fluorescence.zip");
        Files.writeString(
                folder.resolve("noise2clean/models/index.txt"), "fluorescence: for tests\n");
        Path output = folder.resolve("out");
        Run run = denoise(List.of(), "--steps", 3, "--output", output, dark.getParent());
        List<String> notes = run.err().lines().toList();
        assertEquals(3, notes.size());
        assertTrue(
                notes.get(0).startsWith("dark.tif: the model fluorescence is used"), notes.get(0));
        assertTrue(notes.get(1).startsWith("noise.tif: a network is trained"), notes.get(1));
        assertEquals("sample", model(output.resolve("dark.tif")));
        assertEquals("this image", model(output.resolve("noise.tif")));
    }

    @Test
    void theBundledModelsAreThoseOfTheProgram() throws IOException {
        Path output = folder.resolve("denoised.tif");
        Path noisy = Path.of("sample-data", "fluorescence", "test", "noisy.tif");
        Run run = Run.of("denoise", "--steps", 3, "--output", output, noisy);
        boolean bundled = ModelLibrary.BUNDLED.names().contains("fluorescence");
        String words = bundled ? "noisy.tif: the model fluorescence is" : "noisy.tif: a network is";
        assertTrue(run.err().startsWith(words), run.err());
    }

    @Test
    void samplesNeedAModelThatIsNamed() {
        Path output = folder.resolve("a.tif");
        String words = "no latent code to sample: choose a variational model";
        Run.mistake(
                words,
                "denoise",
                "--uncertainty",
                "samples",
                "--seed",
                2,
                "--output",
                output,
                dark);
        Run.mistake(words, "denoise", "--sample", 1, "--output", output, dark);
    }

    @Test
    void wrongStepsAreMistakes() {
        Path output = folder.resolve("a.tif");
        Run.mistake("at least 1 step", "denoise", "--steps", 0, "--output", output, dark);
    }

    private Run denoise(List<Object> named, Object... others) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        new Interruption());
        CommandLine command =
                Conversions.register(new CommandLine(new DenoiseCommand(terminal, models())))
                        .setErr(terminal.err());
        String[] arguments =
                Stream.of(named.stream(), Stream.of(others), Stream.of("--device", "cpu"))
                        .flatMap(part -> part)
                        .map(Object::toString)
                        .toArray(String[]::new);
        assertEquals(0, command.execute(arguments), err.toString());
        return new Run(0, out.toString(), err.toString());
    }

    private InstalledModels models() throws IOException {
        URL[] roots = {folder.toUri().toURL()};
        return new InstalledModels(
                new ModelLibrary(new URLClassLoader(roots, null)),
                List.of(),
                new OwnModels(new ModelFolder(folder.resolve("own"))));
    }

    private static String model(Path file) throws IOException {
        return ImageFiles.open(file).getProp("noise2clean.model");
    }

    /** A slope from 10 to 20 with one bright square. */
    private static ByteProcessor darkPlane() {
        ByteProcessor plane = new ByteProcessor(40, 30);
        for (int i = 0; i < plane.getPixelCount(); i++) plane.set(i, 10 + i % 40 / 4);
        plane.setValue(250);
        plane.setRoi(5, 5, 8, 8);
        plane.fill();
        plane.resetRoi();
        return plane;
    }
}
