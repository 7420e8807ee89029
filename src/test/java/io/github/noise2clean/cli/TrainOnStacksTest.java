package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.network.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What train makes of a stack's axes. */
class TrainOnStacksTest {

    @TempDir private Path folder;
    private Path movie;
    private Path model;

    @BeforeEach
    void makeFiles() throws IOException {
        movie = folder.resolve("movie.tif");
        model = folder.resolve("model.zip");
        ImagePlus frames = IJ.createHyperStack("movie", 24, 20, 1, 1, 9, 8);
        ImageFiles.save(frames, movie);
    }

    @Test
    void framesAreAVolumeWhereThatIsAskedFor() throws IOException {
        Run.mistake("and movie.tif has 9 frames (t)", arguments("--volumes"));
        assertEquals(3, trained("--volumes", "--axes", "z").dimensions());
    }

    @Test
    void neighboursAreRememberedByTheModel() throws IOException {
        assertEquals(3, trained("--around", 1, "--along", "t").inputChannels());
        assertTrue(
                Run.of("info", model)
                        .out()
                        .contains("each plane with 1 more on either side along t"));
        Path denoised = folder.resolve("denoised.tif");
        Run run = Run.of("denoise", "--model", model, "--output", denoised, movie);
        assertEquals(
                "movie.tif: each plane with 1 more on either side along t, 9 frames (t)",
                run.err().strip());
        assertEquals(9, ImageFiles.open(denoised).getNFrames());
    }

    @Test
    void neighboursThatCannotBeAreMistakes() {
        Run.mistake("movie.tif has 1.", arguments("--around", 1));
        Run.mistake("--along goes with --around", arguments("--along", "t"));
        Run.mistake("choose z or t", arguments("--around", 1, "--along", "c"));
        Run.mistake("not with volumes", arguments("--around", 1, "--volumes"));
    }

    private Graph trained(Object... options) throws IOException {
        Run run = Run.of(arguments(options));
        assertEquals(0, run.status(), run.err());
        return ModelFile.read(model).graph();
    }

    private Object[] arguments(Object... options) {
        String usual = "train --epochs 1 --steps 2 --batch 2 --patch 16";
        Stream<Object> files = Stream.of("--clean", movie, "--output", model);
        return Stream.of(Stream.of(usual.split(" ")), files, Stream.of(options))
                .flatMap(part -> part)
                .toArray();
    }
}
