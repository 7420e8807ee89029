package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.AxisOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads version 0.5: axes have types and names, and output sizes refer to those of the input. */
record CurrentDescription(Section rdf) {

    private static final Map<String, String> LETTERS = Map.of("batch", "b", "channel", "c");

    Description read() {
        Section input = Description.only(rdf, "inputs");
        Section output = Description.only(rdf, "outputs");
        StepReader steps = new StepReader(input.text("id"), order(input).space());
        return new Description(
                Description.label(rdf),
                axes(input, output),
                new Processing(
                        steps.before(input.sections("preprocessing")),
                        steps.after(output.sections("postprocessing"))),
                Description.weights(rdf),
                test(input, output));
    }

    private static Optional<List<FileReference>> test(Section input, Section output) {
        String key = "test_tensor";
        if (!input.has(key) || !output.has(key)) return Optional.empty();
        return Optional.of(List.of(FileReference.of(input, key), FileReference.of(output, key)));
    }

    private static ImageAxes axes(Section input, Section output) {
        String space = order(input).space();
        if (!order(output).space().equals(space))
            throw output.wrong("axes", "are not those of the input");
        boolean known = output.sections("axes").stream().anyMatch(axis -> axis.has("halo"));
        List<AxisReach> reaches =
                Stream.of(space.split("")).map(id -> reach(input, output, id, known)).toList();
        return new ImageAxes(port(input), port(output), reaches, known);
    }

    private static Port port(Section tensor) {
        return new Port(order(tensor), channels(tensor));
    }

    private static AxisReach reach(Section input, Section output, String id, boolean known) {
        Section axis = axis(input, id);
        Section made = axis(output, id);
        requireSameSize(input, axis, made);
        int smallest = smallest(axis);
        int step = step(axis);
        if (!known) return Halo.assumed(order(input).space().length(), smallest, step);
        return new AxisReach(made.integerOr("halo", 0), smallest, step);
    }

    private static int smallest(Section axis) {
        return isStepped(axis) ? axis.section("size").integer("min") : axis.integer("size");
    }

    private static int step(Section axis) {
        return isStepped(axis) ? axis.section("size").integer("step") : 0;
    }

    private static boolean isStepped(Section axis) {
        return axis.find("size").orElse("") instanceof Map<?, ?>;
    }

    /** A made axis refers to the shown one, or has the same sizes. */
    private static void requireSameSize(Section input, Section shown, Section made) {
        boolean same =
                made.has("size") && made.find("size").equals(shown.find("size"))
                        || isReference(input, shown, made);
        if (!same || made.numberOr("scale", 1) != shown.numberOr("scale", 1))
            throw made.wrong("size", "is not that of the input");
    }

    private static boolean isReference(Section input, Section shown, Section made) {
        if (!isStepped(made)) return false;
        Section size = made.section("size");
        return size.textOr("tensor_id", "").equals(input.text("id"))
                && size.textOr("axis_id", "").equals(id(shown))
                && size.integerOr("offset", 0) == 0;
    }

    private static AxisOrder order(Section tensor) {
        List<String> names =
                tensor.sections("axes").stream().map(CurrentDescription::name).toList();
        String letters =
                names.stream()
                        .map(name -> LETTERS.getOrDefault(name, name))
                        .collect(Collectors.joining());
        if (letters.length() == names.size() && AxisOrder.isPossible(letters))
            return new AxisOrder(letters);
        throw tensor.wrong(
                "axes", "are %s: %s".formatted(String.join(", ", names), AxisOrder.POSSIBLE));
    }

    /** The letter of an axis of space, and otherwise the type. */
    private static String name(Section axis) {
        return isSpace(axis) ? id(axis) : axis.text("type");
    }

    private static Section axis(Section tensor, String id) {
        return tensor.sections("axes").stream()
                .filter(axis -> isSpace(axis) && id(axis).equals(id))
                .findFirst()
                .orElseThrow(() -> tensor.wrong("axes", "lack " + id));
    }

    private static boolean isSpace(Section axis) {
        return axis.text("type").equals("space");
    }

    private static String id(Section axis) {
        return axis.textOr("id", "x");
    }

    private static int channels(Section tensor) {
        return tensor.sections("axes").stream()
                .filter(axis -> axis.text("type").equals("channel"))
                .mapToInt(axis -> axis.list("channel_names").size())
                .findFirst()
                .orElse(1);
    }
}
