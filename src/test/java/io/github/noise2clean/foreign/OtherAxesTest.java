package io.github.noise2clean.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.network.Window;
import io.github.noise2clean.tensor.AxisOrder;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose arrays have their axes in another order than ours. */
class OtherAxesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "byxc, 2, .onnx", "xcyb, 2, .onnx", "cyx, 2, .onnx", "yx, 1, .onnx", "bxy, 1, .onnx",
        "bzyxc, 2, .onnx", "zyx, 1, .onnx", "xczy, 2, .onnx", "byxc, 2, .pt", "zxcby, 2, .pt"
    })
    void theOrderOfTheAxesDoesNotChangeWhatIsMade(String axes, int channels, String extension)
            throws IOException {
        boolean volumes = axes.contains("z");
        Graph graph = graph(volumes ? 3 : 2, channels);
        long[] shape = volumes ? new long[] {1, channels, 3, 5, 4} : new long[] {1, channels, 5, 4};
        Reordered other = new Reordered(volumes ? "bczyx" : "bcyx", axes);
        byte[] plain = weights(graph, extension);
        boolean onnx = extension.equals(".onnx");
        byte[] reordered = onnx ? other.onnx(plain) : other.torchScript(plain);
        float[] expected = made(bare(plain, extension, other.ours(), channels), shape);
        float[] made = made(bare(reordered, extension, axes, channels), shape);
        assertArrayEquals(expected, made, 1e-6f);
    }

    @Test
    void sizesAndHalosOfTheOlderVersionFollowTheirAxes() throws IOException {
        TinyPackage tiny =
                reordered(TinyPackage.older())
                        .with("axes: bcyx", "axes: bxyc")
                        .with("[1, 1, 16, 16]", "[1, 32, 16, 1]")
                        .with("[0, 0, 8, 8]", "[0, 8, 4, 0]")
                        .with("[0, 0, 4, 4]", "[0, 2, 5, 0]");
        assertReaches(tiny);
    }

    @Test
    void sizesAndHalosOfTheCurrentVersionFollowTheirAxes() throws IOException {
        String channel = "      - type: channel\n        channel_names: [grey]\n";
        TinyPackage tiny =
                reordered(TinyPackage.current())
                        .with(channel, "")
                        .with(
                                sized("y", "min: 16, step: 8") + sized("x", "min: 16, step: 8"),
                                sized("x", "min: 32, step: 8")
                                        + sized("y", "min: 16, step: 4")
                                        + channel)
                        .with(made("y", 4) + made("x", 4), made("x", 2) + made("y", 5) + channel);
        assertReaches(tiny);
    }

    @ParameterizedTest
    @ValueSource(strings = {"btyx", "tyx", "iyx", "bcy", "bcyy", "b"})
    void otherAxesAreRefusedWithTheReason(String axes) {
        ModelFormatException refusal =
                assertThrows(
                        ModelFormatException.class,
                        () -> read(TinyPackage.older().with("axes: bcyx", "axes: " + axes)));
        String reason = "inputs[0].axes are " + axes + ": only y and x, with or without z, a batch";
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void channelsNeedAnAxis() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> bare(new byte[0], ".onnx", "yx", 3));
        assertEquals("A network with the axes yx has one channel, not 3.", refusal.getMessage());
    }

    private static String sized(String axis, String size) {
        return "      - type: space\n        id: %s\n        size: {%s}\n".formatted(axis, size);
    }

    private static String made(String axis, int halo) {
        return "      - type: space\n        id: %1$s\n        halo: %2$d\n".formatted(axis, halo)
                + "        size: {tensor_id: raw, axis_id: %s}\n".formatted(axis);
    }

    private void assertReaches(TinyPackage tiny) throws IOException {
        ForeignModel model = read(tiny);
        assertEquals(List.of(new AxisReach(5, 16, 4), new AxisReach(2, 32, 8)), model.reaches());
        assertEquals(1, model.inputChannels());
        assertEquals(0, Trial.of(model).difference().orElseThrow(), 1e-6);
    }

    /** Its network takes bxyc; so do its test images, of 24 x 32 pixels. */
    private static TinyPackage reordered(TinyPackage tiny) throws IOException {
        byte[] network = new Reordered("bcyx", "bxyc").onnx(TinyPackage.onnx());
        return tiny.withFile("tiny.onnx", network)
                .withFile("input.npy", transposed(tiny.files().get("input.npy")))
                .withFile("output.npy", transposed(tiny.files().get("output.npy")));
    }

    private static byte[] transposed(byte[] array) throws IOException {
        float[] rows = NpyFile.read(array, "array").values();
        float[] columns = new float[rows.length];
        for (int y = 0; y < 24; y++)
            for (int x = 0; x < 32; x++) columns[x * 24 + y] = rows[y * 32 + x];
        return new NpyFile(new long[] {1, 32, 24, 1}, columns).bytes();
    }

    private ForeignModel read(TinyPackage tiny) throws IOException {
        return ForeignPackage.read(tiny.zip(folder.resolve("tiny.zip")), Trust.NONE).model();
    }

    private ForeignModel bare(byte[] network, String extension, String axes, int channels)
            throws IOException {
        Path file = Files.write(folder.resolve("net" + extension), network);
        var reach = new BareNetwork.Reach(1, OptionalInt.of(1));
        var rule = new Normalization.Fixed(0, 1);
        return new BareNetwork(file, new AxisOrder(axes), rule, channels, reach)
                .asPackage("net", Trust.ALL)
                .model();
    }

    private static float[] made(ForeignModel model, long[] shape) throws IOException {
        try (ImageModule module = model.load(DeviceChoice.CPU)) {
            return module.forward(Tensor.ramp(shape).values(), shape);
        }
    }

    private static Graph graph(int dimensions, int channels) {
        GraphBuilder net = new GraphBuilder(dimensions);
        return net.build(net.conv("c", net.input(channels), channels, Window.same(dimensions, 3)));
    }

    private static byte[] weights(Graph graph, String extension) {
        Weights weights = Weights.initial(graph, 1);
        return extension.equals(".onnx")
                ? Onnx.write(graph, weights, new Onnx.Label("net", "1"))
                : TorchScript.writeForInference(graph, weights);
    }
}
