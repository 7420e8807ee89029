package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;

/** What Train Denoiser makes of an open stack's axes. */
class TrainOnStacksTest {

    @TempDir private Path folder;
    private final Commands commands = new Commands();

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void volumesGiveANetworkOfThreeDimensionsThatMergesFarSlicesLate() throws IOException {
        ImagePlus stack = IJ.createImage("stack", "16-bit ramp", 24, 20, 9);
        stack.getCalibration().pixelWidth = 0.1;
        stack.getCalibration().pixelDepth = 0.3;
        TrainedModel model = trained("input", stack, "volumes", true);
        assertEquals(3, model.graph().dimensions());
        assertEquals(List.of(1, 4, 4), Footprint.of(model.graph()).multiple());
    }

    @Test
    void framesAreAVolumeWhereThatIsAskedFor() throws IOException {
        ImagePlus movie = IJ.createHyperStack("movie", 24, 20, 1, 1, 9, 8);
        refused(
                "The network learns from volumes of several slices (z), and movie has 9 frames (t):"
                        + " if these are slices, choose the axes z.",
                "input",
                movie,
                "volumes",
                true);
        TrainedModel model = trained("input", movie, "volumes", true, "axes", "z");
        assertEquals(3, model.graph().dimensions());
        assertEquals("movie with gaussian:10%, axes z", model.card().settings().get("data"));
    }

    @Test
    void channelsTogetherGiveANetworkOfAsMany() throws IOException {
        ImagePlus stack = IJ.createHyperStack("channels", 32, 32, 2, 1, 1, 8);
        refused(
                "The network learns from images of 3 channels, and channels has 2.",
                "input",
                stack,
                "channels",
                3);
        assertEquals(2, trained("input", stack, "channels", 2).graph().inputChannels());
    }

    private TrainedModel trained(Object... inputs) throws IOException {
        Cancelable run = (Cancelable) commands.run(TrainDenoiser.class, tiny(inputs)).getCommand();
        assertFalse(run.isCanceled(), run.getCancelReason());
        return ModelFile.read(model());
    }

    private void refused(String reason, Object... inputs) {
        commands.assertRefused(reason, TrainDenoiser.class, tiny(inputs));
        assertFalse(Files.exists(model()));
    }

    /** A training of seconds. */
    private Object[] tiny(Object... inputs) {
        List<Object> all =
                new ArrayList<>(List.of("epochs", 1, "steps", 2, "batch", 2, "patch", 16));
        all.addAll(List.of("device", "cpu", "output", model().toString()));
        all.addAll(Arrays.asList(inputs));
        return all.toArray();
    }

    private Path model() {
        return folder.resolve("tiny.zip");
    }
}
