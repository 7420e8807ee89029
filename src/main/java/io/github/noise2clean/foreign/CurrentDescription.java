package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads version 0.5: axes have types and names, and output sizes refer to those of the input. */
record CurrentDescription(Section rdf) {

    private static final List<String> SPACES = List.of("yx", "zyx");

    Description read() {
        Section input = Description.only(rdf, "inputs");
        Section output = Description.only(rdf, "outputs");
        StepReader steps = new StepReader(input.text("id"), space(input));
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
        if (!space(output).equals(space(input)))
            throw output.wrong("axes", "are not those of the input");
        List<Section> out = spaceAxes(output);
        boolean known = out.stream().anyMatch(axis -> axis.has("halo"));
        List<AxisReach> reaches =
                IntStream.range(0, out.size())
                        .mapToObj(i -> reach(input, i, out.get(i), known))
                        .toList();
        return new ImageAxes(channels(input), channels(output), reaches, known);
    }

    private static AxisReach reach(Section input, int index, Section made, boolean known) {
        List<Section> axes = spaceAxes(input);
        Section axis = axes.get(index);
        requireSameSize(input, axis, made);
        int smallest = smallest(axis);
        int step = step(axis);
        if (!known) return Halo.assumed(axes.size(), smallest, step);
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

    /** Such as "yx". */
    private static String space(Section tensor) {
        String types =
                tensor.sections("axes").stream()
                        .map(axis -> axis.text("type"))
                        .collect(Collectors.joining(", "));
        String space =
                spaceAxes(tensor).stream()
                        .map(CurrentDescription::id)
                        .collect(Collectors.joining());
        if (!types.matches("batch, channel(, space){2,3}") || !SPACES.contains(space))
            throw tensor.wrong(
                    "axes",
                    "are %s (%s): only batch, channel, then y, x or z, y, x are possible"
                            .formatted(types, space));
        return space;
    }

    private static List<Section> spaceAxes(Section tensor) {
        return tensor.sections("axes").stream()
                .filter(axis -> axis.text("type").equals("space"))
                .toList();
    }

    private static String id(Section axis) {
        return axis.textOr("id", "x");
    }

    private static int channels(Section tensor) {
        return tensor.sections("axes").stream()
                .filter(axis -> axis.text("type").equals("channel"))
                .mapToInt(axis -> axis.list("channel_names").size())
                .findFirst()
                .orElseThrow(() -> tensor.wrong("axes", "have no channel"));
    }
}
