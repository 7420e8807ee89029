package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.PatchSampler;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.network.Window;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeVarianceTest {

    @Test
    void channelsThatFollowTheImageAreInUseAndConstantOnesAreNot() throws IOException {
        Graph graph = graph(3, 2);
        CodeUse use = use(graph);
        assertEquals(new CodeUse(5, 3), use);
        assertFalse(use.isCollapsed());
        assertEquals("3 of the 5 channels of the latent code are in use.", use.sentence());
    }

    @Test
    void aCodeThatIsTheSameForAllImagesHasCollapsed() throws IOException {
        CodeUse use = use(graph(0, 4));
        assertEquals(new CodeUse(4, 0), use);
        assertTrue(use.isCollapsed());
        assertTrue(use.sentence().startsWith("The posterior has collapsed: 0 of the 4 channels"));
    }

    @Test
    void lessThanATenthInUseIsACollapseToo() {
        assertTrue(new CodeUse(20, 1).isCollapsed());
        assertFalse(new CodeUse(20, 2).isCollapsed());
        assertFalse(new CodeUse(4, 1).isCollapsed());
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CodeUse(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new CodeUse(4, 5));
    }

    /** A code of some channels that follow the image, and of others that are always zero. */
    private static Graph graph(int following, int constant) {
        GraphBuilder net = new GraphBuilder(2);
        Window pixel = Window.same(2, 1);
        Value image = net.input(1);
        Value zeros = net.zeroConv("zeros", image, constant, pixel);
        Value mean =
                following == 0
                        ? zeros
                        : net.concat(net.conv("mean", image, following, pixel), zeros);
        Value logVariance = net.zeroConv("logvariance", image, mean.channels(), pixel);
        Value code = net.sample(mean, logVariance);
        return net.build(net.conv("head", code, 1, pixel), mean, logVariance);
    }

    /** Twice the image in every channel that follows it. */
    private static Weights weights(Graph graph) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters()) {
            float[] tensor = new float[parameter.size()];
            if (parameter.name().equals("mean_weight")) Arrays.fill(tensor, 2);
            values.put(parameter.name(), tensor);
        }
        return new Weights(graph, values);
    }

    private static CodeUse use(Graph graph) throws IOException {
        byte[] archive = TorchScript.write(graph, weights(graph));
        PatchSampler patches =
                new PatchSampler(TinyTraining.images().training(), new long[] {16, 16}, 1);
        List<Batch> batches = List.of(patches.batch(0, 4), patches.batch(1, 4));
        try (TorchModule module = TorchModule.load(archive, Device.cpu())) {
            return CodeVariance.useOfCode(module, batches);
        }
    }
}
