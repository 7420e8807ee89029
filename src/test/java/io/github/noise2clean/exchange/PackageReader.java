package io.github.noise2clean.exchange;

import ai.djl.Device;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.model.YamlText;
import io.github.noise2clean.tensor.OnnxModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Another program: it knows the specification, and of a package what its description says. */
record PackageReader(Map<String, byte[]> files) {

    static PackageReader of(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList())
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
        return new PackageReader(files);
    }

    Map<?, ?> rdf() {
        return (Map<?, ?>) YamlText.read(files.get("rdf.yaml"));
    }

    /** A value in the description, by keys and positions. */
    Object at(Object... path) {
        Object value = rdf();
        for (Object step : path)
            value =
                    step instanceof Integer position
                            ? ((List<?>) value).get(position)
                            : ((Map<?, ?>) value).get(step);
        return value;
    }

    NpyFile tensor(String name) throws IOException {
        return NpyFile.read(files.get(name), name);
    }

    /** Each file that the description gives a hash of, with whether it is that. */
    Map<String, Boolean> hashes() {
        Map<String, Boolean> found = new LinkedHashMap<>();
        collect(rdf(), found);
        return found;
    }

    float[] torchScriptOutput() throws IOException {
        NpyFile input = tensor("test_input.npy");
        float[] x = processed(input.values(), channels(input), "inputs", "preprocessing");
        try (TorchModule module = TorchModule.load(files.get("weights.pt"), Device.cpu())) {
            return finished(module.forward(x, input.shape()));
        }
    }

    float[] onnxOutput() throws IOException {
        NpyFile input = tensor("test_input.npy");
        float[] x = processed(input.values(), channels(input), "inputs", "preprocessing");
        try (OnnxModule module = OnnxRuntime.load(files.get("weights.onnx"), "weights.onnx")) {
            return finished(module.forward(x, input.shape()));
        }
    }

    private float[] finished(float[] made) throws IOException {
        int channels = channels(tensor("test_output.npy"));
        return processed(made, channels, "outputs", "postprocessing");
    }

    private static int channels(NpyFile tensor) {
        return (int) tensor.shape()[1];
    }

    private void collect(Object value, Map<String, Boolean> found) {
        if (value instanceof List<?> list) list.forEach(element -> collect(element, found));
        if (!(value instanceof Map<?, ?> map)) return;
        map.values().forEach(element -> collect(element, found));
        if (map.containsKey("sha256")) {
            byte[] content = files.get((String) map.get("source"));
            found.put((String) map.get("source"), Sha256.of(content).equals(map.get("sha256")));
        }
    }

    private float[] processed(float[] values, int channels, String tensors, String key) {
        float[] pixels = values.clone();
        for (Object step : (List<?>) at(tensors, 0, key))
            process((Map<?, ?>) step, pixels, channels);
        return pixels;
    }

    private static void process(Map<?, ?> step, float[] pixels, int channels) {
        Map<?, ?> arguments = (Map<?, ?>) step.get("kwargs");
        Object id = step.containsKey("id") ? step.get("id") : step.get("name");
        boolean joint = String.valueOf(arguments.get("axes")).contains("c");
        int length = joint ? pixels.length : pixels.length / channels;
        for (int start = 0; start < pixels.length; start += length) {
            float[] part = Arrays.copyOfRange(pixels, start, start + length);
            double[] line = line((String) id, arguments, part);
            for (int i = 0; i < length; i++)
                pixels[start + i] = (float) (line[0] * part[i] + line[1]);
        }
    }

    /** Gain and offset. */
    private static double[] line(String id, Map<?, ?> arguments, float[] part) {
        switch (id) {
            case "scale_linear":
                return new double[] {number(arguments, "gain"), number(arguments, "offset")};
            case "scale_range":
                double low = percentile(part, number(arguments, "min_percentile"));
                double high = percentile(part, number(arguments, "max_percentile"));
                return new double[] {1 / (high - low + 1e-6), -low / (high - low + 1e-6)};
            case "zero_mean_unit_variance":
                double sum = 0;
                double squares = 0;
                for (float value : part) sum += value;
                for (float value : part) squares += Math.pow(value - sum / part.length, 2);
                double deviation = Math.sqrt(squares / part.length) + 1e-6;
                return new double[] {1 / deviation, -sum / part.length / deviation};
            default:
                throw new IllegalArgumentException(id);
        }
    }

    private static double number(Map<?, ?> arguments, String name) {
        return ((Number) arguments.get(name)).doubleValue();
    }

    /** As NumPy interpolates it. */
    private static double percentile(float[] values, double percent) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) Math.min(place, sorted.length - 2);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
