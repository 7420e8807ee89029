package io.github.noise2clean.denoise;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.Shape;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.network.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small models whose every weight is drawn or given. */
public final class TestModels {

    private TestModels() {}

    /** Weights and batch statistics such that no part of the network is idle. */
    public static TrainedModel random(Graph graph, Normalization normalization) {
        Weights weights = Weights.initial(graph, 1);
        Random random = new Random(2);
        graph.parameters().forEach(p -> perturb(p.name(), weights.get(p.name()), random));
        return model(graph, weights, normalization);
    }

    /** The same for images of these planes and channels. */
    public static TrainedModel random(InputImages images, Normalization normalization) {
        var network = new ResBlockAutoencoder(images, 3, List.of(1, 1), true, Head.RESIDUAL);
        TrainedModel model = random(network.graph(), normalization);
        ModelCard card =
                new ModelCard(
                        "test",
                        "none",
                        normalization,
                        Map.of(),
                        List.of(),
                        "0",
                        Optional.empty(),
                        Optional.empty(),
                        images.context(),
                        About.NOTHING);
        return new TrainedModel(card, model.graph(), model.weights());
    }

    /** Multiplies every normalised value. */
    static TrainedModel times(int dimensions, float factor, Normalization normalization) {
        GraphBuilder net = new GraphBuilder(dimensions);
        Graph graph = net.build(net.conv("c", net.input(1), 1, Window.same(dimensions, 1)));
        Map<String, float[]> values =
                Map.of("c_weight", new float[] {factor}, "c_bias", new float[] {0});
        return model(graph, new Weights(graph, values), normalization);
    }

    /** Each pixel is its own latent code, with the deviation 1. */
    static TrainedModel variational() {
        GraphBuilder net = new GraphBuilder(2);
        Value image = net.input(1);
        Value mean = net.conv("mean", image, 1, Window.same(2, 1));
        Value logVariance = net.conv("variance", image, 1, Window.same(2, 1));
        Graph graph = net.build(net.sample(mean, logVariance), mean, logVariance);
        Map<String, float[]> values =
                Map.of(
                        "mean_weight", new float[] {1},
                        "mean_bias", new float[] {0},
                        "variance_weight", new float[] {0},
                        "variance_bias", new float[] {0});
        return model(graph, new Weights(graph, values), new Normalization.Fixed(0, 1));
    }

    /** Leaves images as they are, and takes those of 6 x 4 pixels only. */
    static TrainedModel ofOneSize() {
        GraphBuilder net = new GraphBuilder(2);
        Value vector = net.reshape(net.input(1, List.of(4, 6)), new Shape(24, List.of()));
        Value same = net.linear("same", vector, 24);
        Graph graph = net.build(net.reshape(same, new Shape(1, List.of(4, 6))));
        float[] identity = new float[24 * 24];
        for (int i = 0; i < 24; i++) identity[i * 25] = 1;
        Map<String, float[]> values = Map.of("same_weight", identity, "same_bias", new float[24]);
        return model(graph, new Weights(graph, values), new Normalization.Fixed(0, 1));
    }

    private static TrainedModel model(Graph graph, Weights weights, Normalization normalization) {
        return new TrainedModel(
                new ModelCard(
                        "test",
                        "none",
                        normalization,
                        Map.of(),
                        List.of(),
                        "0",
                        Optional.empty(),
                        Optional.empty()),
                graph,
                weights);
    }

    private static void perturb(String name, float[] values, Random random) {
        boolean positive = name.endsWith("_variance") || name.endsWith("_scale");
        for (int i = 0; i < values.length; i++)
            values[i] =
                    positive
                            ? 0.5f + random.nextFloat()
                            : values[i] + 0.1f * (float) random.nextGaussian();
    }
}
