package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

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

    @Test
    void neighbouringFramesEnterAsFurtherChannels() throws IOException {
        ImagePlus movie = IJ.createHyperStack("movie", 24, 20, 2, 1, 9, 8);
        Object[] inputs = {"input", movie, "channels", 2, "around", 2, "along", "t"};
        TrainedModel model = trained(inputs);
        assertEquals(10, model.graph().inputChannels());
        assertEquals(2, model.graph().outputChannels());
        assertEquals(Optional.of(PlaneContext.of(2, "t")), model.card().context());
        CommandModule run =
                commands.run(
                        DenoiseImage.class,
                        "input",
                        movie,
                        "model",
                        model().toString(),
                        "device",
                        "cpu");
        ImagePlus denoised = (ImagePlus) run.getOutput("denoised");
        assertArrayEquals(movie.getDimensions(), denoised.getDimensions());
        ImagePlus plane = IJ.createHyperStack("plane", 24, 20, 2, 1, 1, 8);
        commands.assertRefused(
                "The model tiny is shown each plane with 2 more on either side along t: give it a"
                        + " stack of 5 or more, and this one has 1 along t.",
                DenoiseImage.class,
                "input",
                plane,
                "model",
                model().toString());
    }

    @Test
    void neighboursThatCannotBeAreRefused() {
        ImagePlus stack = IJ.createHyperStack("stack", 24, 20, 1, 4, 1, 8);
        refused(
                "The network is shown 5 planes at once along z, and stack has 4.",
                "input",
                stack,
                "around",
                2);
        refused(
                "Neighbouring planes are shown along with planes, not with volumes.",
                "input",
                stack,
                "around",
                1,
                "volumes",
                true);
        refused(
                "A network is shown 1 to 16 planes on either side, not -1.",
                "input",
                stack,
                "around",
                -1);
        refused(
                "Planes have no neighbours along 'x': choose z or t.",
                "input",
                stack,
                "around",
                1,
                "along",
                "x");
        refused(
                "The network pooling-ae is shown single planes: choose resblock-ae for neighbouring"
                        + " ones.",
                "input",
                stack,
                "around",
                1,
                "network",
                "pooling-ae");
    }

    @Test
    void everyKindOfExampleMayHaveNeighbours() throws IOException {
        ImagePlus stack = IJ.createImage("stack", "8-bit ramp", 24, 20, 5);
        for (String kind : List.of("clean", "noisy")) {
            Object[] inputs = {"input", stack, "kind", kind, "around", 1, "mask", "none"};
            assertEquals(3, trained(inputs).graph().inputChannels());
        }
        Object[] pixels = {"input", stack, "kind", "noisy", "around", 1, "neighbours", true};
        assertEquals(3, trained(pixels).graph().inputChannels());
        ImagePlus repeats = IJ.createHyperStack("repeats", 24, 20, 1, 3, 4, 8);
        Object[] looks = {"input", repeats, "kind", "repeats", "around", 1};
        assertEquals(3, trained(looks).graph().inputChannels());
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
