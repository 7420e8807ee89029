package io.github.noise2clean.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.AxisOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignPackageTest {

    private static final Path UNET =
            Path.of("../shared/data/models/bioimageio_unet2d_nuclei_broad");

    private static final Port PLANE = new Port(new AxisOrder("bcyx"), 1);

    @TempDir private Path folder;

    @Test
    void theUNetOfOthersReproducesItsTestOutput() throws IOException {
        assumeTrue(Files.isDirectory(UNET), "The foreign model " + UNET + " is not here.");
        ForeignModel model = ForeignPackage.read(UNET, Trust.NONE).model();
        Trial trial = Trial.of(model);
        assertEquals(0, trial.difference().orElseThrow(), 1e-4);
        assertTrue(trial.isPassed());
    }

    @Test
    void theUNetOfOthersIsDescribed() throws IOException {
        assumeTrue(Files.isDirectory(UNET), "The foreign model " + UNET + " is not here.");
        ForeignModel model = ForeignPackage.read(UNET, Trust.NONE).model();
        assertEquals("UNet 2D Nuclei Broad", model.name());
        assertEquals("MIT", model.label().licence());
        AxisReach axis = new AxisReach(32, 512, 0);
        assertEquals(new ImageAxes(PLANE, PLANE, List.of(axis, axis), true), model.axes());
        assertEquals(List.of(new Step.Standardize(false, 1e-6)), model.processing().before());
        assertEquals(List.of(new FinalStep.OfMade(new Step.Sigmoid())), model.processing().after());
    }

    @Test
    void packagesOfBothVersionsSayTheSame() throws IOException {
        ForeignModel current = read(TinyPackage.current());
        ForeignModel older = read(TinyPackage.older());
        assertEquals(current.axes(), older.axes());
        assertEquals(current.processing(), older.processing());
        assertEquals(current.label(), older.label());
        AxisReach axis = new AxisReach(4, 16, 8);
        assertEquals(new ImageAxes(PLANE, PLANE, List.of(axis, axis), true), current.axes());
    }

    @Test
    void aTestOutputThatTheNetworkDoesNotMakeIsFound() throws IOException {
        assertTrue(Trial.of(read(TinyPackage.current())).isPassed());
        TinyPackage wrong = TinyPackage.current().withTestOutput(0.51f);
        assertTrue(!Trial.of(read(wrong)).isPassed());
    }

    @Test
    void aHaloThatNobodyTellsIsGenerous() throws IOException {
        ForeignModel model = read(TinyPackage.current().with("        halo: 4\n", ""));
        AxisReach axis = new AxisReach(64, 16, 8);
        assertEquals(new ImageAxes(PLANE, PLANE, List.of(axis, axis), false), model.axes());
    }

    @Test
    void onnxIsPreferredAndTorchScriptIsRefusedWithoutTrust() throws IOException {
        assertRefused(
                TinyPackage.current().with("  onnx:", "  torchscript:"), "import it with --trust");
        TinyPackage both =
                TinyPackage.current()
                        .with("weights:\n", "weights:\n  torchscript:\n    source: absent.pt\n");
        assertEquals(ForeignWeights.Kind.ONNX, read(both).weights().kind());
    }

    @Test
    void whatCannotBeRunIsRefusedWithTheReason() {
        assertRefused(
                TinyPackage.current().with("  onnx:", "  keras_hdf5:"),
                "its weights are keras_hdf5: only onnx and torchscript are run here");
        assertRefused(
                TinyPackage.current().with("id: sigmoid", "id: binarize"),
                "the step of processing binarize is not known here");
        assertRefused(
                TinyPackage.current().with("inputs:\n", "inputs:\n  - id: other\n"),
                "it has 2 inputs");
        assertRefused(
                TinyPackage.current()
                        .with("type: space\n        id: y", "type: time\n        id: y"),
                "inputs[0].axes are batch, channel, time, x: only y and x, with or without z,");
        assertRefused(
                TinyPackage.current().with("axis_id: x", "axis_id: y"),
                "outputs[0].axes[3].size is not that of the input");
        assertRefused(TinyPackage.current().with("0.5.4", "0.3.2"), "is 0.3.2, not 0.4 or 0.5");
        assertRefused(
                TinyPackage.current().with("tiny.onnx", "https://example.com/tiny.onnx"),
                "lies on the web");
    }

    private ForeignModel read(TinyPackage tiny) throws IOException {
        return ForeignPackage.read(tiny.zip(folder.resolve("tiny.zip")), Trust.NONE).model();
    }

    private void assertRefused(TinyPackage tiny, String reason) {
        IOException refusal = assertThrows(ModelFormatException.class, () -> read(tiny));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
