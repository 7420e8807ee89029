package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TorchModuleTest {

    private static final Architecture PLAIN =
            new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL);

    @Test
    void garbageIsRefusedInASentence() {
        byte[] text = "not an archive".getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(archive(PLAIN), 3000);
        for (byte[] garbage : new byte[][] {text, half, {}}) {
            IOException refused =
                    assertThrows(IOException.class, () -> TorchModule.load(garbage, Device.cpu()));
            assertTrue(refused.getMessage().startsWith("PyTorch cannot load the network: "));
            assertEquals(1, refused.getMessage().lines().count());
        }
    }

    @Test
    void weightsOfOthersThatAreNoNumbersAreRefused() {
        Graph graph = PLAIN.graph();
        for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            Weights weights = Weights.initial(graph, 1);
            weights.get("head_weight")[1] = value;
            byte[] archive = TorchScript.write(graph, weights);
            IOException refusal =
                    assertThrows(
                            IOException.class,
                            () -> TorchModule.loadForeign(archive, Device.cpu()));
            assertEquals(
                    "The network cannot be run: its weights head_weight hold NaN or infinite"
                            + " values.",
                    refusal.getMessage());
        }
    }

    @Test
    void resultsBelongToTheScopeOfTheInput() throws IOException {
        try (TorchModule module = TorchModule.load(archive(PLAIN), Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray x = image(scope);
            assertSame(scope, module.forward(x).getManager());
            assertSame(scope, module.sampledOutputs(x).head().getManager());
        }
    }

    @Test
    void callLeavesNothingInTheScopeButItsResults() throws IOException {
        Architecture variational =
                new ResBlockVariational(new ResBlockAutoencoder(2, 2, 1, 1, false, Head.LINEAR), 2);
        try (TorchModule module = TorchModule.loadForTraining(archive(variational), Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray x = image(scope);
            int before = scope.getManagedArrays().size();
            module.forward(x);
            assertEquals(before + 1, scope.getManagedArrays().size());
            module.trainingOutputs(x);
            assertEquals(before + 4, scope.getManagedArrays().size());
        }
    }

    @Test
    void readingTensorsLeavesNothingBehind() throws IOException {
        try (TorchModule module = TorchModule.loadForTraining(archive(PLAIN), Device.cpu())) {
            NDManager modules = module.learned().get(0).getManager();
            int before = modules.getManagedArrays().size();
            module.tensors();
            assertEquals(before, modules.getManagedArrays().size());
        }
    }

    @Test
    void learnedParametersAreTheModulesOwn() throws IOException {
        Graph graph = PLAIN.graph();
        try (TorchModule module = TorchModule.loadForTraining(archive(PLAIN), Device.cpu())) {
            float[] ones = new float[graph.parameters().get(0).size()];
            Arrays.fill(ones, 1);
            module.learned().get(0).set(ones);
            assertArrayEquals(ones, module.tensors().get(0));
        }
    }

    @Test
    void tensorsComeInTheOrderOfTheGraph() throws IOException {
        Graph graph = PLAIN.graph();
        Weights weights = Weights.initial(graph, 1);
        try (TorchModule module = TorchModule.load(archive(PLAIN), Device.cpu())) {
            for (int i = 0; i < graph.parameters().size(); i++)
                assertArrayEquals(
                        weights.get(graph.parameters().get(i).name()), module.tensors().get(i));
        }
    }

    /** As the first steps of a training can leave it. */
    @Test
    void aSampleIsFiniteHoweverLargeItsVariance() throws IOException {
        var around = new ResBlockAutoencoder(2, 2, 1, 1, false, Head.LINEAR);
        Graph graph = new ResBlockVariational(around, 2).graph();
        Weights weights = Weights.initial(graph, 1);
        Arrays.fill(weights.get("logvariance_bias"), 400);
        Arrays.fill(weights.get("head_bias"), 1);
        byte[] archive = TorchScript.write(graph, weights);
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            for (float value : module.sampledOutputs(image(scope)).head().toFloatArray())
                assertEquals(1, value);
        }
    }

    private static NDArray image(NDManager scope) {
        return scope.ones(new Shape(1, 1, 8, 8));
    }

    private static byte[] archive(Architecture architecture) {
        Graph graph = architecture.graph();
        return TorchScript.write(graph, Weights.initial(graph, 1));
    }
}
