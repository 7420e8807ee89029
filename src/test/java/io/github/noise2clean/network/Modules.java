package io.github.noise2clean.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Runs graphs for tests: written, loaded and computed on the CPU. */
final class Modules {

    private Modules() {}

    /** The first output in evaluation mode. */
    static float[] forward(Graph graph, Weights weights, Volume x) {
        return forward(graph, TorchScript.write(graph, weights), x);
    }

    static float[] forward(Graph graph, byte[] archive, Volume x) {
        return with(
                archive, false, module -> in(graph, x, in -> module.forward(in).toFloatArray()));
    }

    /** All outputs in evaluation mode, the code sampled. */
    static List<float[]> outputs(Graph graph, Weights weights, Volume x) {
        return with(
                TorchScript.write(graph, weights),
                false,
                module -> in(graph, x, in -> floats(module.sampledOutputs(in))));
    }

    static <R> R with(byte[] archive, boolean training, Function<TorchModule, R> use) {
        try (TorchModule module =
                training
                        ? TorchModule.loadForTraining(archive, Device.cpu())
                        : TorchModule.load(archive, Device.cpu())) {
            return use.apply(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <R> R in(Graph graph, Volume x, Function<NDArray, R> use) {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return use.apply(
                    scope.create(
                            x.floats(),
                            new ai.djl.ndarray.types.Shape(x.shape(graph.dimensions()))));
        }
    }

    static List<float[]> floats(NDList arrays) {
        return arrays.stream().map(NDArray::toFloatArray).toList();
    }

    /** The values of a module as the weights of its graph. */
    static Weights weights(Graph graph, TorchModule module) {
        List<float[]> tensors = module.tensors();
        Map<String, float[]> values = new LinkedHashMap<>();
        for (int i = 0; i < tensors.size(); i++)
            values.put(graph.parameters().get(i).name(), tensors.get(i));
        return new Weights(graph, values);
    }

    /** Weights without zeros and ones: every path carries something, and variances are positive. */
    static Weights random(Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters()) {
            float[] tensor = new float[parameter.size()];
            double scale = Math.sqrt(2.0 * parameter.shape().get(0) / tensor.length);
            for (int i = 0; i < tensor.length; i++)
                tensor[i] =
                        parameter.name().endsWith("_variance")
                                ? (float) (0.5 + random.nextDouble())
                                : (float) (scale * random.nextGaussian());
            values.put(parameter.name(), tensor);
        }
        return new Weights(graph, values);
    }
}
