package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseOptionsTest {

    private static final String FOUND = "Found in the noisy images: --noise camera:";

    @TempDir private Path folder;
    private Path clean;
    private Path noisy;
    private Path model;

    @BeforeEach
    void makeImages() throws IOException {
        clean = NoisyRamps.save(folder.resolve("clean.tif"), List.of("clip"));
        noisy = NoisyRamps.save(folder.resolve("noisy.tif"), List.of("camera:2,100,5"));
        model = folder.resolve("model.zip");
    }

    @Test
    void autoIsTheNoiseOfTheImagesAndIsSaidAndKept() throws IOException {
        Run run = train("--noise", "auto", "--noise-from", noisy, "--clip-noise");
        assertEquals(0, run.status(), run.err());
        String note = run.err().lines().findFirst().orElseThrow();
        assertTrue(note.startsWith(FOUND), note);
        String noise = note.substring(note.indexOf("camera:"));
        assertEquals(2, Camera.parse(noise.substring("camera:".length())).gain(), 0.1);
        ModelCard card = ModelFile.read(model).card();
        assertEquals("clean.tif with " + noise + "+clip", card.settings().get("data"));
    }

    @Test
    void aModelOfStabilizedNoiseServesAnotherExposure() throws IOException {
        String camera = "camera:2,100,5";
        train("--noise", camera, "--normalization", "anscombe:auto").lines();
        assertEquals("anscombe:auto", ModelFile.read(model).card().normalization().toString());
        Path bright = NoisyRamps.save(folder.resolve("bright.tif"), List.of("camera:9,100,5"));
        Path denoised = folder.resolve("denoised.tif");
        Run.of("denoise", "--model", model, "--output", denoised, bright).lines();
    }

    @Test
    void mistakesAreToldInASentence() throws IOException {
        Path small = new SampleFiles(folder).image("small.tif", 24, 20);
        Run.mistake("give them after --noise-from", arguments("--noise", "auto"));
        Run.mistake("is for --noise auto", arguments("--noise-from", noisy));
        Run.mistake("too small", arguments("--noise", "auto", "--noise-from", small));
        Run.mistake("No noise is found", arguments("--noise", "auto", "--noise-from", clean));
        Run.mistake(
                "missing.tif",
                arguments("--noise", "auto", "--noise-from", folder.resolve("missing.tif")));
        Run.mistake("noisy already", arguments("--noise", "clip", "--noisy", noisy));
    }

    private Run train(Object... options) {
        return Run.of(arguments(options));
    }

    private Object[] arguments(Object... options) {
        Stream<Object> usual =
                Stream.of("train", "--epochs", 1, "--steps", 2, "--patch", 16, "--batch", 2);
        Stream<Object> files = Stream.of("--output", model, "--clean", clean);
        return Stream.of(usual, files, Stream.of(options)).flatMap(part -> part).toArray();
    }
}
