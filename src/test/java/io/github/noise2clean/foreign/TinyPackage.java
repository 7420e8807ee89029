package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.network.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of a network that doubles, to be changed by tests; by their files. */
public record TinyPackage(Map<String, byte[]> files) {

    private static final long[] SHAPE = {1, 1, 24, 32};

    private static final String CURRENT =
            """
            format_version: 0.5.4
            type: model
            name: Tiny
            description: It doubles.
            license: MIT
            authors:
              - name: A. Maker
            cite:
              - text: How to double.
                doi: 10.1000/1
            inputs:
              - id: raw
                axes:
                  - type: batch
                  - type: channel
                    channel_names: [grey]
                  - type: space
                    id: y
                    size: {min: 16, step: 8}
                  - type: space
                    id: x
                    size: {min: 16, step: 8}
                test_tensor:
                  source: input.npy
                preprocessing:
                  - id: ensure_dtype
                    kwargs: {dtype: float32}
                  - id: scale_linear
                    kwargs: {gain: 0.5, offset: 0.25}
            outputs:
              - id: made
                axes:
                  - type: batch
                  - type: channel
                    channel_names: [grey]
                  - type: space
                    id: y
                    halo: 4
                    size: {tensor_id: raw, axis_id: y}
                  - type: space
                    id: x
                    halo: 4
                    size: {tensor_id: raw, axis_id: x}
                test_tensor:
                  source: output.npy
                postprocessing:
                  - id: sigmoid
            weights:
              onnx:
                source: tiny.onnx
            """;

    private static final String OLDER =
            """
            format_version: 0.4.10
            type: model
            name: Tiny
            description: It doubles.
            license: MIT
            authors:
              - name: A. Maker
            cite:
              - text: How to double.
                doi: 10.1000/1
            inputs:
              - name: raw
                axes: bcyx
                data_type: float32
                shape: {min: [1, 1, 16, 16], step: [0, 0, 8, 8]}
                preprocessing:
                  - name: scale_linear
                    kwargs: {axes: yx, gain: 0.5, offset: 0.25}
            outputs:
              - name: made
                axes: bcyx
                data_type: float32
                halo: [0, 0, 4, 4]
                shape: {reference_tensor: raw, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}
                postprocessing:
                  - name: sigmoid
            test_inputs: [input.npy]
            test_outputs: [output.npy]
            weights:
              onnx:
                source: tiny.onnx
            """;

    public TinyPackage {
        files = new LinkedHashMap<>(files);
    }

    public static TinyPackage current() {
        return of(CURRENT);
    }

    public static TinyPackage older() {
        return of(OLDER);
    }

    /** The network as ONNX. */
    public static byte[] onnx() {
        return Onnx.write(graph(), weights(), new Onnx.Label("tiny", "1"));
    }

    /** Another network, whose output lacks a border. */
    public static byte[] cropping() {
        GraphBuilder net = new GraphBuilder(2);
        Window window = Window.of(2, 3, 1, 0);
        Graph graph = net.build(net.conv("c", net.input(1), 1, window));
        return Onnx.write(graph, Weights.initial(graph, 1), new Onnx.Label("tiny", "1"));
    }

    /** The network as TorchScript. */
    public static byte[] torchScript() {
        return TorchScript.writeForInference(graph(), weights());
    }

    /** With another text everywhere in its description. */
    public TinyPackage with(String text, String other) {
        String old = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
        if (!old.contains(text)) throw new IllegalArgumentException(text);
        return withFile("rdf.yaml", old.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    /** With a test output that is the same everywhere. */
    public TinyPackage withTestOutput(float value) {
        float[] values = output();
        Arrays.fill(values, 0, values.length / 2, value);
        return withFile("output.npy", new NpyFile(SHAPE, values).bytes());
    }

    public TinyPackage withFile(String name, byte[] content) {
        TinyPackage changed = new TinyPackage(files);
        changed.files.put(name, content);
        return changed;
    }

    public Path zip(Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static TinyPackage of(String description) {
        return new TinyPackage(Map.of())
                .withFile("rdf.yaml", description.getBytes(StandardCharsets.UTF_8))
                .withFile("input.npy", new NpyFile(SHAPE, input()).bytes())
                .withFile("output.npy", new NpyFile(SHAPE, output()).bytes())
                .withFile("tiny.onnx", onnx());
    }

    private static float[] input() {
        return Tensor.ramp(SHAPE).values();
    }

    private static float[] output() {
        float[] values = input();
        for (int i = 0; i < values.length; i++)
            values[i] = (float) (1 / (1 + Math.exp(-2 * (0.5 * values[i] + 0.25))));
        return values;
    }

    private static Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        return net.build(net.conv("c", net.input(1), 1, Window.same(2, 1)));
    }

    private static Weights weights() {
        return new Weights(graph(), Map.of("c_weight", new float[] {2}, "c_bias", new float[] {0}));
    }
}
