package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads version 0.4: axes are letters, and shapes, halos and sizes are lists along these. */
record OlderDescription(Section rdf) {

    private static final List<String> AXES = List.of("bcyx", "bczyx");

    /** Batch and channel. */
    private static final int BEFORE_SPACE = 2;

    Description read() {
        Section input = Description.only(rdf, "inputs");
        Section output = Description.only(rdf, "outputs");
        StepReader steps = new StepReader(input.text("name"), axes(input).substring(BEFORE_SPACE));
        return new Description(
                Description.label(rdf),
                axes(input, output),
                new Processing(
                        steps.before(input.sections("preprocessing")),
                        steps.after(output.sections("postprocessing"))),
                Description.weights(rdf),
                test());
    }

    private Optional<List<FileReference>> test() {
        List<?> inputs = rdf.list("test_inputs");
        List<?> outputs = rdf.list("test_outputs");
        if (inputs.isEmpty() || outputs.isEmpty()) return Optional.empty();
        return Optional.of(
                List.of(
                        FileReference.ofName(String.valueOf(inputs.get(0))),
                        FileReference.ofName(String.valueOf(outputs.get(0)))));
    }

    private static ImageAxes axes(Section input, Section output) {
        if (!axes(output).equals(axes(input)))
            throw output.wrong("axes", "are not those of the input");
        List<Integer> smallest = smallest(input);
        List<Integer> steps = steps(input);
        boolean known = output.has("halo");
        List<Integer> halo = known ? along(input, output, "halo") : List.of();
        List<AxisReach> reaches =
                IntStream.range(BEFORE_SPACE, smallest.size())
                        .mapToObj(i -> reach(i, smallest, steps, halo))
                        .toList();
        return new ImageAxes(smallest.get(1), channels(input, output), reaches, known);
    }

    private static AxisReach reach(
            int axis, List<Integer> smallest, List<Integer> steps, List<Integer> halo) {
        return halo.isEmpty()
                ? Halo.assumed(smallest.size() - BEFORE_SPACE, smallest.get(axis), steps.get(axis))
                : new AxisReach(halo.get(axis), smallest.get(axis), steps.get(axis));
    }

    private static String axes(Section tensor) {
        String axes = tensor.text("axes");
        if (!AXES.contains(axes))
            throw tensor.wrong("axes", "are " + axes + ": only bcyx and bczyx are possible");
        return axes;
    }

    private static List<Integer> smallest(Section input) {
        return isStepped(input)
                ? along(input, input.section("shape"), "min")
                : along(input, input, "shape");
    }

    private static List<Integer> steps(Section input) {
        return isStepped(input)
                ? along(input, input.section("shape"), "step")
                : Collections.nCopies(axes(input).length(), 0);
    }

    private static boolean isStepped(Section tensor) {
        return tensor.find("shape").orElse("") instanceof Map<?, ?>;
    }

    /** One number for each axis. */
    private static List<Integer> along(Section input, Section section, String key) {
        List<Integer> numbers = section.integers(key);
        if (numbers.size() != axes(input).length())
            throw section.wrong(key, "has not one number for each of the axes " + axes(input));
        return numbers;
    }

    /** Of an output with the input's size. */
    private static int channels(Section input, Section output) {
        if (isStepped(output)) return referringChannels(input, output.section("shape"));
        List<Integer> made = along(input, output, "shape");
        List<Integer> shown = smallest(input);
        int last = shown.size();
        if (isStepped(input)
                || !made.subList(BEFORE_SPACE, last).equals(shown.subList(BEFORE_SPACE, last)))
            throw output.wrong("shape", "is not that of the input");
        return made.get(1);
    }

    /** A size is that of the input times scale plus twice the offset. */
    private static int referringChannels(Section input, Section shape) {
        List<Double> scale = shape.numbersOr("scale", 1);
        List<Double> offset = shape.numbersOr("offset", 0);
        int axes = axes(input).length();
        if (!shape.text("reference_tensor").equals(input.text("name"))
                || scale.size() != axes
                || offset.size() != axes)
            throw shape.wrong("reference_tensor", "tells no size for each axis");
        for (int axis = BEFORE_SPACE; axis < axes; axis++)
            if (scale.get(axis) != 1 || offset.get(axis) != 0)
                throw shape.wrong("scale", "makes another size of the input's");
        return (int) Math.rint(smallest(input).get(1) * scale.get(1) + 2 * offset.get(1));
    }
}
