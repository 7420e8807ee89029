package io.github.noise2clean.library;

import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A model as text for people, one property a line. */
public final class ModelText {

    private ModelText() {}

    /** Its card, its training, and its network layer by layer. */
    public static String of(DenoisingModel model) {
        if (model instanceof TrainedModel trained) return trained(trained);
        return model instanceof ForeignModel foreign ? lines(foreign.card()) : model.name();
    }

    private static String trained(TrainedModel model) {
        List<String> parts = new ArrayList<>();
        Map<String, String> card = card(model.card());
        card.put("sha-256", ModelFile.sha256(model));
        parts.add(lines(card));
        parts.add("Training\n" + lines(model.card().settings()).indent(2).stripTrailing());
        if (!model.card().history().isEmpty()) parts.add(history(model.card().history()));
        parts.add(lines(network(model.graph())));
        parts.add("Layers\n" + Summary.of(model.graph()).table());
        return String.join("\n\n", parts);
    }

    private static Map<String, String> card(ModelCard card) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("name", card.name());
        properties.put("architecture", card.architecture());
        properties.put("normalization", card.normalization().toString());
        properties.put("program", card.program());
        card.context().ifPresent(planes -> properties.put("shown", planes.sentence()));
        card.inputRange().ifPresent(range -> properties.put("learned from", text(range)));
        card.codeUse().ifPresent(use -> properties.put("latent code", use.sentence()));
        return properties;
    }

    private static String text(DataRange range) {
        return text("normalised values from %.3g to %.3g", range.min(), range.max());
    }

    private static String history(List<Epoch> history) {
        return history.stream()
                .map(epoch -> epoch.summary(history.size()))
                .collect(Collectors.joining("\n", "History\n", ""))
                .replace("\n", "\n  ");
    }

    private static Map<String, String> network(Graph graph) {
        Summary summary = Summary.of(graph);
        Footprint footprint = Footprint.of(graph);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("dimensions", Integer.toString(graph.dimensions()));
        properties.put("parameters", Long.toString(summary.parameters()));
        properties.put("multiply-adds", text("%.0f per pixel", summary.multiplyAddsPerPixel()));
        if (footprint.oneSize()) properties.put("image size", pixels(footprint.multiple()));
        else {
            properties.put("halo", pixels(footprint.halo()));
            properties.put("size multiple", pixels(footprint.multiple()));
        }
        return properties;
    }

    private static String pixels(List<Integer> alongAxes) {
        return alongAxes.stream().map(String::valueOf).collect(Collectors.joining(" x "))
                + " pixels";
    }

    private static String lines(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> text("%-17s %s", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
