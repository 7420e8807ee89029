package io.github.noise2clean.exchange;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model's page for people, in Markdown. */
record Documentation(TrainedModel model) {

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add("# " + line(card().name()));
        parts.add(description(model));
        parts.add(section("Use", use()));
        parts.add(section("Data", data(model).orElse("Not told.")));
        parts.add(section("Validation", validation()));
        parts.add(section("Settings", settings()));
        parts.add(section("Limits", limits()));
        parts.add(section("Licence", card().about().licence().orElse("Not told.")));
        return String.join("\n\n", parts) + "\n";
    }

    /** What the makers say, or else what is plain to see. */
    static String description(TrainedModel model) {
        String images = model.graph().dimensions() == 3 ? "volumes" : "planes";
        return model.card()
                .about()
                .description()
                .map(Documentation::line)
                .orElse(
                        "Takes noise from %s: a network %s, trained with Noise2Clean."
                                .formatted(images, line(model.card().architecture())));
    }

    /** What the network has learned from, if its card tells. */
    static Optional<String> data(TrainedModel model) {
        return Optional.ofNullable(model.card().settings().get("data"))
                .map(Documentation::line)
                .filter(text -> !text.isBlank());
    }

    private ModelCard card() {
        return model.card();
    }

    private static String section(String title, String text) {
        return "## " + title + "\n\n" + text;
    }

    private String use() {
        return """
               In Fiji: *Plugins > Noise2Clean > Denoise Image*, with this file as the model. Other
               programs of bioimage.io read `rdf.yaml`: weights as TorchScript, and as ONNX where
               there are any.

               """
                + processing();
    }

    private String processing() {
        Processing processing = Processing.of(model);
        String rule = "`" + card().normalization() + "`";
        if (processing.isUndone())
            return "Grey values are normalised by " + rule + ", and made grey values again.";
        if (processing.isDescribed())
            return "Grey values are normalised by "
                    + rule
                    + ". bioimage.io has no step that goes back from there, so that the output of"
                    + " other programs stays normalised; Noise2Clean gives grey values.";
        return "Grey values are normalised by "
                + rule
                + ", for which bioimage.io has no step: other programs must be given normalised"
                + " values, and give such; Noise2Clean takes and gives grey values.";
    }

    private String validation() {
        return shownEpoch().map(this::figures).orElse("No figures came with the model.")
                + "\n\nTo validate it on images of yours, denoise some of which there are clean"
                + " ones, and compare both with *Plugins > Noise2Clean > Compute SSIM*.";
    }

    /** That of the weights, as far as the card tells. */
    private Optional<Epoch> shownEpoch() {
        List<Epoch> history = card().history();
        if (history.isEmpty()) return Optional.empty();
        return "best".equals(card().settings().get("weights"))
                ? history.stream().min(Comparator.comparingDouble(Epoch::validationLoss))
                : Optional.of(history.get(history.size() - 1));
    }

    private String figures(Epoch epoch) {
        String figures =
                "On patches kept apart from the training, after epoch %d of %d: loss %s"
                        .formatted(
                                epoch.number(),
                                card().history().size(),
                                number("%.5f", epoch.validationLoss()));
        return Double.isNaN(epoch.psnr())
                ? figures + ". Their targets were noisy, which PSNR and SSIM cannot be told from."
                : figures
                        + ", PSNR %s dB, SSIM %s."
                                .formatted(
                                        number("%.2f", epoch.psnr()), number("%.3f", epoch.ssim()));
    }

    private static String number(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }

    private String settings() {
        return card().settings().entrySet().stream()
                .map(Documentation::setting)
                .collect(Collectors.joining("\n"));
    }

    private static String setting(Map.Entry<String, String> setting) {
        return "- " + line(setting.getKey()) + ": `" + line(setting.getValue()) + "`";
    }

    private String limits() {
        Footprint footprint = Footprint.of(model.graph());
        String sizes =
                footprint.oneSize()
                        ? "It takes images of " + pixels(footprint.multiple()) + " only."
                        : "Other programs must give it sizes that are multiples of "
                                + pixels(footprint.multiple())
                                + "; an output pixel depends on up to "
                                + pixels(footprint.halo())
                                + " around it.";
        return sizes
                + "\n\nA network knows what it has learned from. On images of another kind, noise or"
                + " brightness, what it shows may not be there.";
    }

    private static String pixels(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x ")) + " pixels";
    }

    /** Cards come from files, and may hold anything. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s`]+", " ").strip();
    }
}
