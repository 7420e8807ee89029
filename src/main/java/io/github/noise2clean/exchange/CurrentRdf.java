package io.github.noise2clean.exchange;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.network.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The description in version 0.5: axes with names, sizes that refer to each other. */
record CurrentRdf(Contents contents) {

    private static final int LONGEST_DATA = 1024;

    Map<String, Object> map() {
        Map<String, Object> rdf = new RdfHead(contents).map();
        rdf.put("attachments", references(ModelFile.CARD, ModelFile.GRAPH));
        rdf.put("inputs", List.of(input()));
        rdf.put("outputs", List.of(output()));
        Documentation.data(contents.model()).ifPresent(d -> rdf.put("training_data", data(d)));
        rdf.put("weights", new RdfWeights(contents).map());
        rdf.put("config", config());
        return rdf;
    }

    private Map<String, Object> input() {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", Tensors.INPUT);
        tensor.put("description", new Tensors(contents).inputDescription());
        tensor.put("axes", axes(new Tensors(contents).inputChannels(), this::inputAxis));
        tensor.put("test_tensor", contents.reference(PackageFiles.TEST_INPUT));
        tensor.put("data", Map.of("type", "float32"));
        tensor.put("preprocessing", steps(contents.processing().before()));
        return tensor;
    }

    private Map<String, Object> output() {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", Tensors.OUTPUT);
        tensor.put("description", new Tensors(contents).outputDescription());
        tensor.put("axes", axes(new Tensors(contents).outputChannels(), this::outputAxis));
        tensor.put("test_tensor", contents.reference(PackageFiles.TEST_OUTPUT));
        tensor.put("data", Map.of("type", "float32"));
        tensor.put("postprocessing", steps(contents.processing().after()));
        return tensor;
    }

    private List<Object> axes(List<String> channels, IntFunction<Map<String, Object>> space) {
        List<Object> axes = new ArrayList<>();
        axes.add(Map.of("type", "batch"));
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("type", "channel");
        channel.put("channel_names", channels);
        axes.add(channel);
        IntStream.range(0, spaceAxes().size()).mapToObj(space).forEach(axes::add);
        return axes;
    }

    private Map<String, Object> inputAxis(int axis) {
        Map<String, Object> map = spaceAxis(axis);
        map.put("size", contents.footprint().oneSize() ? smallest(axis) : stepped(axis));
        return map;
    }

    private Map<String, Object> outputAxis(int axis) {
        Map<String, Object> map = spaceAxis(axis);
        int halo = contents.footprint().halo().get(axis);
        if (halo > 0) map.put("halo", halo);
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("tensor_id", Tensors.INPUT);
        reference.put("axis_id", spaceAxes().get(axis));
        reference.put("offset", 0);
        map.put("size", reference);
        return map;
    }

    private Map<String, Object> spaceAxis(int axis) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "space");
        map.put("id", spaceAxes().get(axis));
        return map;
    }

    private Map<String, Object> stepped(int axis) {
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("min", smallest(axis));
        size.put("step", contents.footprint().multiple().get(axis));
        return size;
    }

    private int smallest(int axis) {
        return TestImage.smallestSize(contents.footprint()).get(axis);
    }

    private List<String> spaceAxes() {
        return contents.processing().spaceAxes();
    }

    private static List<Object> steps(List<Step> steps) {
        return steps.stream().map(CurrentRdf::step).toList();
    }

    private static Object step(Step step) {
        Map<String, Object> arguments = new LinkedHashMap<>(step.numbers());
        if (!step.axes().isEmpty()) arguments.put("axes", step.axes());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", step.id());
        map.put("kwargs", arguments);
        return map;
    }

    private Map<String, Object> data(String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "dataset");
        data.put("format_version", "0.3.0");
        data.put("name", RdfHead.name("Data of " + contents.model().card().name()));
        data.put("description", text.substring(0, Math.min(LONGEST_DATA, text.length())));
        return data;
    }

    private Map<String, Object> config() {
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("task", "denoising");
        common.put("model_parameter_count", Summary.of(contents.model().graph()).parameters());
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("bioimageio", common);
        config.put(
                "noise2clean",
                new RdfHead(contents)
                        .ownConfig(List.of(PackageFiles.DOCUMENTATION, PackageFiles.COVER)));
        return config;
    }

    private List<Object> references(String... files) {
        return List.of(files).stream().<Object>map(contents::reference).toList();
    }
}
