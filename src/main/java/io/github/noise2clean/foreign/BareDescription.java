package io.github.noise2clean.foreign;

import io.github.noise2clean.image.Normalization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The description of a bare network, in version 0.5.
 *
 * @param shown the sizes that the file itself tells of its input, axis by axis
 */
record BareDescription(BareNetwork network, String name, List<OptionalInt> shown) {

    private static final String INPUT = "input";

    Map<String, Object> map() {
        Map<String, Object> rdf = new LinkedHashMap<>();
        rdf.put("format_version", "0.5.4");
        rdf.put("type", "model");
        rdf.put("name", name);
        rdf.put("description", "Imported from " + network.file().getFileName() + ".");
        rdf.put("inputs", List.of(input()));
        rdf.put("outputs", List.of(output()));
        rdf.put("weights", Map.of(network.kind().word(), Map.of("source", weightsFile())));
        return rdf;
    }

    String weightsFile() {
        return "weights" + network.kind().extension();
    }

    private Map<String, Object> input() {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", INPUT);
        tensor.put("axes", axes(this::inputAxis));
        tensor.put("preprocessing", List.of(step()));
        return tensor;
    }

    private Map<String, Object> output() {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", "output");
        tensor.put("axes", axes(this::outputAxis));
        return tensor;
    }

    private List<Map<String, Object>> axes(IntFunction<Map<String, Object>> space) {
        return IntStream.range(0, letters().length()).mapToObj(i -> axis(i, space)).toList();
    }

    private Map<String, Object> axis(int axis, IntFunction<Map<String, Object>> space) {
        return switch (letters().charAt(axis)) {
            case 'b' -> Map.of("type", "batch");
            case 'c' -> Map.of("type", "channel", "channel_names", channels(axis));
            default -> space.apply(axis);
        };
    }

    private List<String> channels(int axis) {
        int channels = shown.get(axis).orElse(network.channels());
        return IntStream.range(0, channels).mapToObj(c -> "channel" + c).toList();
    }

    private String letters() {
        return network.axes().letters();
    }

    private Map<String, Object> inputAxis(int axis) {
        Map<String, Object> map = space(axis);
        int multiple = network.reach().multiple();
        Map<String, Object> stepped = Map.of("min", multiple, "step", multiple);
        OptionalInt told = shown.get(axis);
        map.put("size", told.isPresent() ? told.getAsInt() : stepped);
        return map;
    }

    private Map<String, Object> outputAxis(int axis) {
        Map<String, Object> map = space(axis);
        map.put("size", Map.of("tensor_id", INPUT, "axis_id", map.get("id")));
        network.reach().halo().ifPresent(halo -> map.put("halo", halo));
        return map;
    }

    private Map<String, Object> space(int axis) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "space");
        map.put("id", letters().substring(axis, axis + 1));
        return map;
    }

    private Map<String, Object> step() {
        Normalization normalization = network.normalization();
        if (normalization instanceof Normalization.Fixed fixed) return linear(fixed);
        if (normalization instanceof Normalization.Percentile percentile)
            return step(
                    "scale_range",
                    Map.of(
                            "axes", spaceAxes(),
                            "min_percentile", percentile.low(),
                            "max_percentile", percentile.high()));
        return step("zero_mean_unit_variance", Map.of("axes", spaceAxes()));
    }

    private static Map<String, Object> linear(Normalization.Fixed fixed) {
        double width = fixed.high() - fixed.low();
        return step("scale_linear", Map.of("gain", 1 / width, "offset", -fixed.low() / width));
    }

    private static Map<String, Object> step(String id, Map<String, Object> kwargs) {
        return Map.of("id", id, "kwargs", kwargs);
    }

    private List<String> spaceAxes() {
        return List.of(network.axes().space().split(""));
    }
}
