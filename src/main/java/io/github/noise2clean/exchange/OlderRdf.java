package io.github.noise2clean.exchange;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.network.Footprint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description in version 0.4: axes are letters, and sizes are lists along these. */
record OlderRdf(Contents contents) {

    /** Of those who have not said who they are: the format asks for one. */
    private static final String UNKNOWN = "unknown";

    /** SPDX's own word for a licence that nobody has named; the format asks for one. */
    private static final String NO_LICENCE = "NOASSERTION";

    /** The time of all entries in our files; the format asks for one. */
    private static final String NO_TIME = "1980-01-01T00:00:00Z";

    Map<String, Object> map() {
        Map<String, Object> rdf = new RdfHead(contents).map();
        if (List.of().equals(rdf.get("authors")))
            rdf.put("authors", List.of(Map.of("name", UNKNOWN)));
        rdf.putIfAbsent("license", NO_LICENCE);
        rdf.putIfAbsent("timestamp", NO_TIME);
        rdf.put("attachments", Map.of("files", List.of(ModelFile.CARD, ModelFile.GRAPH)));
        rdf.put("inputs", List.of(input()));
        rdf.put("outputs", List.of(output()));
        rdf.put("test_inputs", List.of(PackageFiles.TEST_INPUT));
        rdf.put("test_outputs", List.of(PackageFiles.TEST_OUTPUT));
        rdf.put("weights", new RdfWeights(contents).map());
        rdf.put("config", Map.of("noise2clean", config()));
        return rdf;
    }

    private Map<String, Object> input() {
        Map<String, Object> tensor = tensor(Tensors.INPUT);
        tensor.put("description", new Tensors(contents).inputDescription());
        tensor.put("shape", footprint().oneSize() ? smallest() : stepped());
        tensor.put("preprocessing", steps(contents.processing().before()));
        return tensor;
    }

    private Map<String, Object> output() {
        Map<String, Object> tensor = tensor(Tensors.OUTPUT);
        tensor.put("description", new Tensors(contents).outputDescription());
        tensor.put("shape", sameAsInput());
        if (!footprint().oneSize()) tensor.put("halo", along(0, 0, footprint().halo()));
        tensor.put("postprocessing", steps(contents.processing().after()));
        return tensor;
    }

    private Map<String, Object> tensor(String name) {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("name", name);
        tensor.put("axes", "bc" + String.join("", contents.processing().spaceAxes()));
        tensor.put("data_type", "float32");
        return tensor;
    }

    private Map<String, Object> stepped() {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("min", smallest());
        shape.put("step", along(0, 0, footprint().multiple()));
        return shape;
    }

    private List<Integer> smallest() {
        int channels = contents.processing().planes() * contents.processing().channels();
        return along(1, channels, TestImage.smallestSize(footprint()));
    }

    /** An output's size is that of the input times scale plus twice the offset. */
    private Map<String, Object> sameAsInput() {
        Map<String, Object> shape = new LinkedHashMap<>();
        int axes = 2 + footprint().halo().size();
        int reach = contents.processing().planes() / 2;
        List<Integer> none = Collections.nCopies(axes - 2, 0);
        shape.put("reference_tensor", Tensors.INPUT);
        shape.put("scale", Collections.nCopies(axes, 1.0));
        shape.put("offset", along(0, -reach * contents.processing().channels(), none));
        return shape;
    }

    private static List<Integer> along(int batch, int channels, List<Integer> space) {
        return Stream.concat(Stream.of(batch, channels), space.stream()).toList();
    }

    private static List<Object> steps(List<Step> steps) {
        return steps.stream().<Object>map(OlderRdf::step).toList();
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> arguments = new LinkedHashMap<>(step.numbers());
        if (!step.axes().isEmpty()) {
            arguments.put("mode", "per_sample");
            arguments.put("axes", letters(step.axes()));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", step.id());
        map.put("kwargs", arguments);
        return map;
    }

    private static String letters(List<String> axes) {
        return axes.stream().map(axis -> axis.substring(0, 1)).collect(Collectors.joining());
    }

    private Map<String, Object> config() {
        return new RdfHead(contents)
                .ownConfig(
                        List.of(
                                ModelFile.CARD,
                                ModelFile.GRAPH,
                                PackageFiles.DOCUMENTATION,
                                PackageFiles.COVER,
                                PackageFiles.TEST_INPUT,
                                PackageFiles.TEST_OUTPUT));
    }

    private Footprint footprint() {
        return contents.footprint();
    }
}
