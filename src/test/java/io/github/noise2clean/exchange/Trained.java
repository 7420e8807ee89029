package io.github.noise2clean.exchange;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Models with weights as a training leaves them: of batch normalisations too. */
final class Trained {

    private Trained() {}

    static TrainedModel small(String normalization) {
        return of(new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL), normalization);
    }

    static TrainedModel of(Architecture architecture, String normalization) {
        Graph graph = architecture.graph();
        ModelCard card =
                new ModelCard(
                        "Nuclei \u03bc: 1.0 \u0007",
                        architecture.name(),
                        Normalization.parse(normalization),
                        settings(),
                        List.of(
                                new Epoch(1, 0.25, 0.2, 27.5, 0.8),
                                new Epoch(2, 0.125, 0.1, 28.1, 0.9),
                                new Epoch(3, 0.1, 0.3, 26.0, 0.7)),
                        "1.2.3",
                        Optional.empty(),
                        Optional.empty(),
                        architecture.context(),
                        About.NOTHING);
        return new TrainedModel(card, graph, weights(graph));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data", "two images of nuclei");
        settings.put("weights", "best");
        return settings;
    }

    /** Weights of a start, with means and variances that are not those of a start. */
    private static Weights weights(Graph graph) {
        Weights start = Weights.initial(graph, 7);
        SplittableRandom random = new SplittableRandom(3);
        Map<String, float[]> values = new LinkedHashMap<>();
        graph.parameters()
                .forEach(
                        parameter -> {
                            float[] tensor = start.get(parameter.name()).clone();
                            if (!parameter.learned())
                                for (int i = 0; i < tensor.length; i++)
                                    tensor[i] += 0.2f * random.nextFloat();
                            values.put(parameter.name(), tensor);
                        });
        return new Weights(graph, values);
    }
}
