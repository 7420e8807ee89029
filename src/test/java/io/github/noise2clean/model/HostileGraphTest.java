package io.github.noise2clean.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed zips whose texts or weights lie. */
class HostileGraphTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dimensions: 2 | dimensions: 4 | dimensions 4",
                "dimensions: 2 | dimensions: 3 | graph.yaml, node 1 works along 2 axes",
                "dimensions: 2 | dimensions: 2.5 | graph.yaml, dimensions: int wanted, not 2.5",
                "dimensions: 2 | dimensions: 2\\nmore: 1 | wanted, not [dimensions, more",
                "size: [] | size: [8] | 2 dimensions, but the size [8]",
                "size: [] | size: [0, 8] | nodes[0].layer: channels 1, size [0, 8]",
                "size: [] | size: [7, 8] | node 20: shapes differ",
                "size: [] | size: [65536, 65536] | values of its nodes where at most 268435456",
                "size: [] | size: [2000000000, 2000000000] | beyond all bounds",
                "kind: Conv | kind: Convolution | nodes[1].layer: unknown kind of Layer Convo",
                "kind: Conv | kind: java.lang.Runtime | unknown kind of Layer java.lang.Runtime",
                "kind: Relu | kind: Add | graph.yaml, node 3 reads 1 values",
                "kind: Relu | kind: Input\\n    channels: 1\\n    size: [] | node 3 reads 1 values",
                "inputs: [1] | inputs: [7] | graph.yaml, node 2 reads [7]",
                "inputs: [1] | inputs: [-1] | graph.yaml, node 2 reads [-1]",
                "inputs: [1] | inputs: [] | graph.yaml, node 2 reads 0 values",
                "inputs: [1] | inputs: 1 | nodes[2].inputs: a list wanted, not 1",
                "inputs: [1] | inputs: [99999999999] | nodes[2].inputs[0]: Integer wanted",
                "channels: 2 | channels: -2 | graph.yaml, node 1 needs parameters of the shapes",
                "channels: 2 | channels: 1000000 | graph.yaml, node 1 needs parameters",
                "channels: 1 | channels: 2 | graph.yaml, node 1 needs parameters",
                "kernel: [3, 3] | kernel: [0, 3] | nodes[1].layer.window: kernel 0, stride 1",
                "kernel: [3, 3] | kernel: [3] | nodes[1].layer.window: axes of [3]",
                "stride: [1, 1] | stride: [2000, 1] | would have to be a multiple of 4000",
                "padding: [1, 1] | padding: [0, 1] | node 1: channels 2, size [0, 2]",
                "output_padding: [0, 0] | output_padding: [2, 0] | layer: output padding [2, 0] of",
                "epsilon: 1.0E-5 | epsilon: .nan | graph.yaml, node 2: BatchNorm[epsilon=NaN",
                "epsilon: 1.0E-5 | epsilon: -1 | graph.yaml, node 2: BatchNorm[epsilon=-1.0",
                "shape: [2, 1, 3, 3] | shape: [-2, 1, 3, 3] | shape of stem_weight",
                "shape: [2, 1, 3, 3] | shape: [] | parameters[0]: shape of stem_weight: []",
                "shape: [2, 1, 3, 3] | shape: [65536, 65536, 9, 9] | beyond all bounds",
                "shape: [2, 1, 3, 3] | shape: [65536, 8192] | weights where at most 268435456",
                "shape: [2, 1, 3, 3] | shape: [2, 1, 3] | graph.yaml, node 1 needs parameters",
                "name: stem_weight | name: stem_scale | two parameters have one name",
                "name: stem_weight | name: other | node 1 names no parameter: stem_weight",
                "name: stem_weight | name: training | no parameter may be named training",
                "name: stem_weight | name: 'x;import os' | not a parameter's name: x;import os",
                "name: stem_weight | name: \"x\\x0ay\" | not a parameter's name: x y",
                "deviation: 0.0 | deviation: -1.0 | initial values of",
                "learned: true | learned: 1 | parameters[0].learned: boolean wanted, not 1",
                "outputs: [ | outputs: [99, | outputs [99",
            })
    void aGraphThatCannotBeRunIsRefusedWithThePlace(String before, String after, String reason)
            throws IOException {
        assertRefused(edited("graph.yaml", before, after), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 2 | format: 1 | card.yaml, the format 1 is no longer read, so train the model again",
                "format: 2 | format: one | card.yaml, format: int wanted, not one",
                "normalization: p | normalization: q | The normalization \"qercentile:0.1,99.9\"",
                "name: | name: [[[[[[[[[[[1]]]]]]]]]]] # | card.yaml, Nesting Depth exceeded max 10",
                "seed: '1' | seed: 1 | card.yaml, settings.seed: String wanted, not 1",
                "format: 2 | format: 2\\nformat: 2 | card.yaml, line 2: found duplicate key format",
                "format: 2 | format: !!java.lang.ProcessBuilder [ls] | card.yaml, line 1: Global tag is not allowed",
                "name: | name: !!javax.script.ScriptEngineManager [] # | card.yaml, line 2: Global tag is not allowed",
                "name: | name: !!binary aGVsbG8= # | card.yaml, name: String wanted",
                "name: | name: &a [1]\\nb: *a\\nc: # | Number of aliases for non-scalar nodes",
                "format: 2 | --- | card.yaml",
                "history: | history: {} # | card.yaml",
                "format: 2 | format: 2\\ncontext: {reach: 99, along: z} | card.yaml, A network is shown 1 to 16",
                "format: 2 | format: 2\\ncontext: {reach: 1, along: c} | card.yaml, Planes have no neighbours along 'c'",
            })
    void aCardOfAnotherKindIsRefusedWithThePlace(String before, String after, String reason)
            throws IOException {
        assertRefused(edited("card.yaml", before, after), reason);
    }

    @Test
    void aBombOfAliasesIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        assertRefused(
                edited("graph.yaml", "dimensions: 2", bomb.toString()),
                "Number of aliases for non-scalar nodes");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedUnread() throws IOException {
        assertRefused(
                edited("graph.yaml", "dimensions: 2", "dimensions: " + "1".repeat(1_000_000)),
                "line 1 holds too long a text");
    }

    @Test
    void moreNodesThanAnyNetworkHasAreRefused() throws IOException {
        String node = "\n- layer: {kind: Relu}\n  inputs: [0]\n  parameters: []";
        assertRefused(
                edited("graph.yaml", "\nparameters:", node.repeat(10_001) + "\nparameters:"),
                "nodes where at most 10000 are allowed");
    }

    @Test
    void weightsOfAnotherGraphAreRefused() throws IOException {
        assertWeightsRefused(
                data -> data.put("net/data/0", new byte[4]), "the tensor stem_weight has another");
        assertWeightsRefused(
                data -> data.put("net/data/0", new byte[1 << 16]),
                "the tensor stem_weight has another size");
        assertWeightsRefused(data -> data.remove("net/data/0"), "the weights lack [net/data/0]");
        assertWeightsRefused(
                data -> data.put("net/data/99", new byte[4]),
                "the weights hold a second or foreign net/data/");
        assertWeightsRefused(
                data -> data.put("net/data/+0", data.get("net/data/0")),
                "the weights hold a second or foreign net/data/");
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() throws IOException {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] tensor = new byte[18 * Float.BYTES];
            ByteBuffer.wrap(tensor).order(ByteOrder.LITTLE_ENDIAN).putFloat(40, value);
            assertWeightsRefused(
                    data -> data.put("net/data/0", tensor),
                    "weights.pt, the tensor stem_weight holds " + value);
        }
    }

    @Test
    void compressedWeightsAreNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("net/bomb"));
            zip.write(new byte[1 << 24]);
        }
        Map<String, byte[]> entries = TestModels.entries(TestModels.small(), folder);
        entries.put("weights.pt", bytes.toByteArray());
        assertRefused(
                TestModels.zipped(folder, entries), "weights.pt, the weights hold a compressed");
    }

    @Test
    void aTensorThatIsThereTwiceIsRefused() throws IOException {
        TrainedModel model = TestModels.small();
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        byte[] doubled = Arrays.copyOf(archive, 2 * archive.length);
        int directory = indexOf(archive, "PK\1\2");
        System.arraycopy(archive, 0, doubled, directory, archive.length);
        IOException refusal =
                assertThrows(IOException.class, () -> TorchScript.read(model.graph(), doubled));
        assertEquals("the weights hold a second or foreign net/data/0", refusal.getMessage());
    }

    @Test
    void theCodeInTheFileIsNeverBelieved() throws IOException {
        TrainedModel model = TestModels.small();
        Map<String, byte[]> data = unzipped(TorchScript.write(model.graph(), model.weights()));
        data.put("net/code/__torch__.py", "import os".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> entries = TestModels.entries(model, folder);
        entries.put("weights.pt", zipped(data));
        Weights read = ModelFile.read(TestModels.zipped(folder, entries)).weights();
        assertTrue(model.weights().contentEquals(read));
    }

    private interface Change {
        void of(Map<String, byte[]> data);
    }

    private void assertWeightsRefused(Change change, String reason) throws IOException {
        Map<String, byte[]> entries = TestModels.entries(TestModels.small(), folder);
        Map<String, byte[]> data = unzipped(entries.get("weights.pt"));
        change.of(data);
        entries.put("weights.pt", zipped(data));
        assertRefused(TestModels.zipped(folder, entries), reason);
    }

    private Path edited(String entry, String before, String after) throws IOException {
        return TestModels.edited(folder, entry, before, after.replace("\\n", "\n"));
    }

    private static void assertRefused(Path file, String reason) {
        ModelFormatException refusal =
                assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    private byte[] zipped(Map<String, byte[]> data) throws IOException {
        return Files.readAllBytes(TestModels.zipped(folder, data));
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> data = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
                data.put(entry.getName(), zip.readAllBytes());
        }
        return data;
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
