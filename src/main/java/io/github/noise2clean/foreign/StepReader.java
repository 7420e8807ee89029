package io.github.noise2clean.foreign;

import io.github.noise2clean.image.Normalization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the steps of processing that bioimage.io has, in the words of 0.4 and of 0.5.
 *
 * @param input the name of the only input
 * @param space the letters of its axes of space, such as "yx"
 */
record StepReader(String input, String space) {

    private static final double SMALL = 1e-6;
    private static final String KNOWN =
            "scale_linear, scale_range, zero_mean_unit_variance, fixed_zero_mean_unit_variance,"
                    + " clip, sigmoid and ensure_dtype";

    List<Step> before(List<Section> steps) {
        return steps.stream().map(this::step).flatMap(Optional::stream).toList();
    }

    List<FinalStep> after(List<Section> steps) {
        return steps.stream().map(this::finalStep).flatMap(Optional::stream).toList();
    }

    private Optional<FinalStep> finalStep(Section section) {
        Section kwargs = kwargs(section);
        if (name(section).equals("scale_mean_variance")) {
            requireInput(kwargs);
            var moments = new Step.Standardize(isTogether(kwargs), kwargs.numberOr("eps", SMALL));
            return Optional.of(new FinalStep.MatchMoments(moments));
        }
        boolean ofNoisy = kwargs.has("reference_tensor");
        if (ofNoisy) requireInput(kwargs);
        return step(section)
                .map(step -> ofNoisy ? new FinalStep.OfNoisy(step) : new FinalStep.OfMade(step));
    }

    /** Empty for a step that changes nothing here. */
    private Optional<Step> step(Section section) {
        Section kwargs = kwargs(section);
        return switch (name(section)) {
            case "ensure_dtype" -> noStep(kwargs);
            case "scale_linear" ->
                    Optional.of(
                            new Step.ScaleLinear(
                                    kwargs.numbersOr("gain", 1), kwargs.numbersOr("offset", 0)));
            case "fixed_zero_mean_unit_variance" -> Optional.of(fixed(kwargs));
            case "zero_mean_unit_variance" -> Optional.of(standardized(kwargs));
            case "scale_range" -> Optional.of(scaleRange(kwargs));
            case "clip" -> Optional.of(clip(kwargs));
            case "sigmoid" -> Optional.of(new Step.Sigmoid());
            default ->
                    throw new IllegalArgumentException(
                            "the step of processing %s is not known here: only %s are"
                                    .formatted(name(section), KNOWN));
        };
    }

    private static Section kwargs(Section section) {
        return section.sectionOrEmpty("kwargs");
    }

    private static String name(Section section) {
        return section.has("id") ? section.text("id") : section.text("name");
    }

    /** All values are float32 anyway. */
    private static Optional<Step> noStep(Section kwargs) {
        if (!List.of("float32", "float64").contains(kwargs.text("dtype")))
            throw kwargs.wrong(
                    "dtype", "is " + kwargs.text("dtype") + ": only float32 is possible");
        return Optional.empty();
    }

    private Step standardized(Section kwargs) {
        if (kwargs.textOr("mode", "").equals("fixed")) return fixed(kwargs);
        return new Step.Standardize(isTogether(kwargs), kwargs.numberOr("eps", SMALL));
    }

    private static Step fixed(Section kwargs) {
        List<Double> mean = kwargs.numbersOr("mean", 0);
        List<Double> std = kwargs.numbersOr("std", 0);
        if (mean.size() != std.size() || std.stream().anyMatch(deviation -> deviation <= 0))
            throw kwargs.wrong("std", "is not one above 0 for each mean");
        return new Step.ScaleLinear(
                std.stream().map(deviation -> 1 / deviation).toList(),
                IntStream.range(0, std.size()).mapToObj(i -> -mean.get(i) / std.get(i)).toList());
    }

    private Step scaleRange(Section kwargs) {
        var percentiles =
                new Normalization.Percentile(
                        kwargs.numberOr("min_percentile", 0),
                        kwargs.numberOr("max_percentile", 100));
        return new Step.ScaleRange(percentiles, isTogether(kwargs), kwargs.numberOr("eps", SMALL));
    }

    private static Step clip(Section kwargs) {
        return new Step.Clip(
                kwargs.numberOr("min", -Float.MAX_VALUE), kwargs.numberOr("max", Float.MAX_VALUE));
    }

    private void requireInput(Section kwargs) {
        if (!kwargs.text("reference_tensor").equals(input))
            throw kwargs.wrong("reference_tensor", "is not the input " + input);
    }

    /** Whether the step looks at all channels at once. It must look along all axes of space. */
    private boolean isTogether(Section kwargs) {
        if (!kwargs.has("axes")) return true;
        String letters = letters(kwargs);
        if (space.chars().anyMatch(axis -> letters.indexOf(axis) < 0))
            throw kwargs.wrong("axes", "are " + letters + ", which lack some of " + space);
        return letters.indexOf('c') >= 0;
    }

    /** Version 0.4 has letters, 0.5 names, which begin with these. */
    private static String letters(Section kwargs) {
        if (kwargs.find("axes").orElseThrow() instanceof String letters) return letters;
        return kwargs.list("axes").stream()
                .map(String::valueOf)
                .map(name -> name.substring(0, Math.min(1, name.length())))
                .collect(Collectors.joining());
    }
}
