package io.github.noise2clean.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The values of a network's parameters by name, row-major, in the graph's order. */
public final class Weights {

    private final Map<String, float[]> values;

    /**
     * @throws IllegalArgumentException if the names or sizes are not those of the graph's
     *     parameters
     */
    public Weights(Graph graph, Map<String, float[]> values) {
        this.values = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters()) {
            float[] tensor = values.get(parameter.name());
            if (tensor == null || tensor.length != parameter.size())
                throw new IllegalArgumentException("values of " + parameter + " are missing");
            this.values.put(parameter.name(), tensor);
        }
    }

    private Weights(Map<String, float[]> values) {
        this.values = values;
    }

    /** Fresh weights, drawn from each parameter's initial distribution. */
    public static Weights initial(Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters())
            values.put(parameter.name(), draw(parameter, random.split()));
        return new Weights(graph, values);
    }

    /** The values themselves, not a copy. */
    public float[] get(String name) {
        float[] tensor = values.get(name);
        if (tensor == null) throw new IllegalArgumentException("no parameter " + name);
        return tensor;
    }

    /** The values as raw little-endian float32. */
    byte[] bytes(String name) {
        float[] tensor = get(name);
        ByteBuffer raw =
                ByteBuffer.allocate(tensor.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor);
        return raw.array();
    }

    /** These and others mixed: of the others that share, between 0 and 1, and the rest of these. */
    public Weights mixed(Weights others, double share) {
        Map<String, float[]> mixed = new LinkedHashMap<>();
        values.forEach((name, tensor) -> mixed.put(name, mixed(tensor, others.get(name), share)));
        return new Weights(mixed);
    }

    /** Whether every value is the same, to the bit. */
    public boolean contentEquals(Weights other) {
        return values.keySet().equals(other.values.keySet())
                && values.entrySet().stream()
                        .allMatch(e -> Arrays.equals(e.getValue(), other.get(e.getKey())));
    }

    /**
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public void requireFinite() {
        values.forEach(Weights::requireFinite);
    }

    private static void requireFinite(String name, float[] tensor) {
        for (float value : tensor)
            if (!Float.isFinite(value))
                throw new IllegalArgumentException("the tensor " + name + " holds " + value);
    }

    private static float[] mixed(float[] ours, float[] others, double share) {
        float[] mixed = new float[ours.length];
        for (int i = 0; i < mixed.length; i++)
            mixed[i] = (float) (ours[i] + share * (others[i] - ours[i]));
        return mixed;
    }

    private static float[] draw(Parameter parameter, SplittableRandom random) {
        float[] tensor = new float[parameter.size()];
        for (int i = 0; i < tensor.length; i++)
            tensor[i] = (float) (parameter.mean() + parameter.deviation() * random.nextGaussian());
        return tensor;
    }
}
