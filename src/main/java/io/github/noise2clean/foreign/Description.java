package io.github.noise2clean.foreign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a package of bioimage.io says of its model.
 *
 * @param weights by their format, those that can be run only
 * @param test input and output
 */
record Description(
        Label label,
        ImageAxes axes,
        Processing processing,
        Map<ForeignWeights.Kind, FileReference> weights,
        Optional<List<FileReference>> test) {

    private static final String OLDER = "0.4.";
    private static final String CURRENT = "0.5.";

    /**
     * @throws IllegalArgumentException with the reason, if the model cannot be run here
     */
    static Description of(Object yaml) {
        Section rdf = Section.of(yaml, "");
        if (!rdf.text("type").equals("model"))
            throw rdf.wrong("type", "is " + rdf.text("type") + ", not model");
        String version = rdf.text("format_version");
        if (version.startsWith(OLDER)) return new OlderDescription(rdf).read();
        if (version.startsWith(CURRENT)) return new CurrentDescription(rdf).read();
        throw rdf.wrong("format_version", "is " + version + ", not 0.4 or 0.5");
    }

    static Label label(Section rdf) {
        return new Label(
                rdf.text("name"),
                rdf.textOr("description", ""),
                rdf.textOr("license", ""),
                rdf.sections("authors").stream().map(a -> a.text("name")).toList(),
                rdf.sections("cite").stream().map(Description::citation).toList());
    }

    /**
     * @throws IllegalArgumentException that names the formats there are, if there is none to run
     */
    static Map<ForeignWeights.Kind, FileReference> weights(Section rdf) {
        Section weights = rdf.section("weights");
        Map<ForeignWeights.Kind, FileReference> found =
                Stream.of(ForeignWeights.Kind.values())
                        .filter(kind -> weights.has(kind.word()))
                        .collect(
                                Collectors.toMap(
                                        kind -> kind,
                                        kind -> FileReference.of(weights.section(kind.word()))));
        if (found.isEmpty())
            throw new IllegalArgumentException(
                    "its weights are %s: only onnx and torchscript are run here"
                            .formatted(weights.keys().collect(Collectors.joining(", "))));
        return found;
    }

    /** The only input or output. */
    static Section only(Section rdf, String key) {
        List<Section> tensors = rdf.sections(key);
        if (tensors.size() != 1)
            throw new IllegalArgumentException(
                    "it has %d %s: only networks with one are run here"
                            .formatted(tensors.size(), key));
        return tensors.get(0);
    }

    private static String citation(Section citation) {
        return Stream.of("text", "doi", "url")
                .filter(citation::has)
                .map(citation::text)
                .collect(Collectors.joining(" "));
    }
}
