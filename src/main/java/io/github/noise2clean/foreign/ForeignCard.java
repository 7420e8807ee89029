package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of a network of others, for people. */
record ForeignCard(ForeignModel model) {

    private static final String DENOISER = "none is told: grey values are restored";

    /** One property a line, by name. */
    Map<String, String> properties() {
        Label label = model.label();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("name", label.name());
        putUnlessEmpty(properties, "description", label.description());
        putUnlessEmpty(properties, "licence", label.licence());
        putUnlessEmpty(properties, "authors", String.join("; ", label.authors()));
        putUnlessEmpty(properties, "cite", String.join("; ", label.citations()));
        properties.put("sha-256", model.sha256());
        properties.put("weights", model.weights().kind().word());
        properties.put("dimensions", Integer.toString(model.dimensions()));
        properties.put("channels", model.inputChannels() + " to " + model.outputChannels());
        properties.put("image size", sizes());
        properties.put("halo", halo());
        properties.put("before", steps(model.processing().before(), "none"));
        properties.put("after", steps(model.processing().after(), DENOISER));
        properties.put("test image", model.test().isPresent() ? "yes" : "none");
        return properties;
    }

    private static void putUnlessEmpty(Map<String, String> properties, String key, String text) {
        if (!text.isEmpty()) properties.put(key, text);
    }

    private String halo() {
        String pixels = each(reach -> Integer.toString(reach.halo())) + " pixels";
        return model.axes().haloKnown() ? pixels : pixels + ", a guess: none is told";
    }

    private String each(Function<AxisReach, String> text) {
        return model.reaches().stream().map(text).collect(Collectors.joining(" x "));
    }

    private String sizes() {
        boolean fixed = model.reaches().stream().allMatch(AxisReach::isFixed);
        return (fixed ? "tiles of " : "") + each(ForeignCard::size) + " pixels";
    }

    private static String size(AxisReach reach) {
        return reach.isFixed()
                ? Integer.toString(reach.smallest())
                : "(%d + n %d)".formatted(reach.smallest(), reach.step());
    }

    private static String steps(List<?> steps, String none) {
        if (steps.isEmpty()) return none;
        return steps.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
