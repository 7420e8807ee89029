package io.github.noise2clean.train;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.tensor.DeviceChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What shall be trained, and how.
 *
 * @param name of the model, for people
 * @param data what it is trained on, for people
 * @param about what is said of it; no part of what tells plans apart
 */
public record TrainingPlan(
        String name,
        String data,
        Architecture architecture,
        Normalization normalization,
        TrainingSettings settings,
        DeviceChoice device,
        About about) {

    /** Of which its makers say nothing. */
    public TrainingPlan(
            String name,
            String data,
            Architecture architecture,
            Normalization normalization,
            TrainingSettings settings,
            DeviceChoice device) {
        this(name, data, architecture, normalization, settings, device, About.NOTHING);
    }

    /** What is to be known of a model that this plan has led to. */
    ModelCard card(List<Epoch> history, PatchesAtOnce atOnce) {
        Map<String, String> used = asText();
        used.putAll(atOnce.settings());
        return new ModelCard(
                name,
                architecture.name(),
                normalization,
                used,
                history,
                ProgramVersion.text(),
                Optional.empty(),
                Optional.empty(),
                architecture.context(),
                about);
    }

    /** The settings as text by name, in order: for the model's card, and to tell plans apart. */
    Map<String, String> asText() {
        TrainingSettings.Optimisation optimisation = settings.optimisation();
        Divergence divergence = optimisation.divergence();
        Map<String, String> text = new LinkedHashMap<>();
        text.put("data", data);
        text.put("network", architecture.toString());
        text.put("normalization", normalization.toString());
        text.put("epochs", Integer.toString(settings.schedule().epochs()));
        text.put("steps", Integer.toString(settings.schedule().stepsPerEpoch()));
        text.put("patch", Integer.toString(settings.patches().size()));
        text.put("turned", Boolean.toString(settings.patches().turned()));
        text.put("batch", Integer.toString(settings.patches().batch()));
        text.put("loss", lowerCase(optimisation.loss()));
        text.put("learning-rate", Double.toString(optimisation.learningRate().highest()));
        text.put("rate-course", lowerCase(optimisation.learningRate().course()));
        text.put("rate-fan-in", Double.toString(optimisation.learningRate().fanIn()));
        text.put("weight-decay", Double.toString(optimisation.weightDecay()));
        text.put("divergence-weight", Double.toString(divergence.weight()));
        text.put("divergence-annealing", Double.toString(divergence.annealing()));
        text.put("divergence-reduction", lowerCase(divergence.reduction()));
        text.put("precision", lowerCase(optimisation.precision()));
        text.put("weights", settings.weights().toString());
        text.put("seed", Long.toString(settings.seed()));
        return text;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
