package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.PatchSampler;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.PoolingAutoencoder;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a network without batch normalisation. */
class GradientSumTest {

    private static final int PATCHES = 6;
    private static final int SIDE = 16;
    private static final long SEED = 3;
    private static final Architecture NETWORK = new PoolingAutoencoder();

    private final List<Long> shown = new ArrayList<>();
    private TorchModule module;

    @BeforeEach
    void load() throws IOException {
        Graph graph = NETWORK.graph();
        Weights weights = Weights.initial(graph, SEED);
        byte[] archive = TorchScript.write(graph, weights, Precision.FLOAT32);
        module = TorchModule.loadForTraining(archive, Device.cpu());
    }

    @AfterEach
    void close() {
        module.close();
    }

    @Test
    void aBatchThatDoesNotFitHasTheGradientsOfTheWhole() {
        for (Loss loss : Loss.values()) assertSameGradients(batch(), loss);
    }

    @Test
    void partsCountByTheirValuesThatCount() {
        float[] counted = new float[PATCHES * SIDE * SIDE];
        Random random = new Random(SEED);
        for (int i = 2 * SIDE * SIDE; i < counted.length; i++) // none in the first part
        counted[i] = random.nextInt(counted.length) < i / 4 ? 1 : 0;
        assertSameGradients(counting(counted), Loss.MSE);
        assertSameGradients(counting(counted), Loss.L1);
    }

    @Test
    void theBatchesAfterItAreDividedAtOnce() {
        GradientSum gradients = fitting(2);
        gradients.add(batch(), SEED, judge(Loss.MSE), TrainingListener.NONE);
        gradients.add(batch(), SEED, judge(Loss.MSE), TrainingListener.NONE);
        assertEquals(List.of(6L, 3L, 1L, 1L, 1L, 1L, 1L, 1L), shown.subList(0, 8));
        assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L), shown.subList(8, 14));
        assertEquals(1, gradients.atOnce());
    }

    @Test
    void memoryThatRunsOutHalfWayLeavesNoGradientBehind() {
        float[] whole = gradient(fitting(PATCHES), batch(), Loss.MSE);
        int[] calls = {0};
        GradientSum failing =
                sum(
                        x -> {
                            if (++calls[0] == 2) throw full();
                            return module.trainingOutputs(x);
                        },
                        3);
        assertArrayEquals(whole, gradient(failing, batch(), Loss.MSE), 1e-5f);
        assertEquals(1, failing.atOnce());
    }

    @Test
    void aSinglePatchThatDoesNotFitEndsWithASentence() {
        DeviceMemoryException e =
                assertThrows(
                        DeviceMemoryException.class,
                        () ->
                                fitting(0)
                                        .add(
                                                batch(),
                                                SEED,
                                                judge(Loss.MSE),
                                                TrainingListener.NONE));
        assertEquals(
                "Not even a single patch of 16 x 16 pixels fits: choose a smaller patch or another"
                        + " device. full",
                e.getMessage());
    }

    private void assertSameGradients(Batch batch, Loss loss) {
        GradientSum whole = fitting(PATCHES);
        GradientSum parts = fitting(2);
        float[] expected = gradient(whole, batch, loss);
        double largest = 0;
        for (float value : expected) largest = Math.max(largest, Math.abs(value));
        assertTrue(largest > 1e-3, "the largest gradient is " + largest);
        assertArrayEquals(expected, gradient(parts, batch, loss), 1e-5f);
        assertEquals(
                whole.add(batch, SEED, judge(loss), TrainingListener.NONE),
                parts.add(batch, SEED, judge(loss), TrainingListener.NONE),
                1e-6);
        clear();
    }

    /** Of all parameters; set to zero then. */
    private float[] gradient(GradientSum gradients, Batch batch, Loss loss) {
        gradients.add(batch, SEED, judge(loss), TrainingListener.NONE);
        int size = (int) module.learned().stream().mapToLong(NDArray::size).sum();
        float[] all = new float[size];
        int next = 0;
        for (NDArray parameter : module.learned())
            try (NDArray gradient = parameter.getGradient()) {
                float[] values = gradient.toFloatArray();
                System.arraycopy(values, 0, all, next, values.length);
                next += values.length;
            }
        clear();
        return all;
    }

    private void clear() {
        for (NDArray parameter : module.learned())
            try (NDArray gradient = parameter.getGradient()) {
                gradient.muli(0f);
            }
    }

    /** On a device that holds so many patches. */
    private GradientSum fitting(int patches) {
        return sum(
                x -> {
                    shown.add(x.getShape().get(0));
                    if (x.getShape().get(0) > patches) throw full();
                    return module.trainingOutputs(x);
                },
                Integer.MAX_VALUE);
    }

    private GradientSum sum(Function<NDArray, NDList> network, int atOnce) {
        return new GradientSum(network, module.learned(), atOnce);
    }

    private static GradientSum.Judge judge(Loss loss) {
        Objective objective = new Objective(loss, Optional.empty());
        return (outputs, part) -> objective.evaluate(outputs, part, 0);
    }

    private static DeviceMemoryException full() {
        return new DeviceMemoryException("full", new RuntimeException());
    }

    private static Batch batch() {
        long[] size = {SIDE, SIDE};
        return new PatchSampler(TinyTraining.images().training(), size, SEED).batch(0, PATCHES);
    }

    private static Batch counting(float[] counted) {
        Batch all = batch();
        return new Batch(all.noisy(), all.target(), Optional.of(counted), all.size(), all.images());
    }
}
