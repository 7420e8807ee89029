package io.github.noise2clean.model;

import java.util.Set;

/** What a model file holds besides the model, so that other programs of bioimage.io can use it. */
public final class PackageFiles {

    /** The description of the resource, which names all other files with their SHA-256. */
    public static final String RDF = "rdf.yaml";

    public static final String DOCUMENTATION = "README.md";
    public static final String COVER = "cover.png";
    public static final String ONNX = "weights.onnx";
    public static final String TEST_INPUT = "test_input.npy";
    public static final String TEST_OUTPUT = "test_output.npy";

    static final Set<String> ALL = Set.of(RDF, DOCUMENTATION, COVER, ONNX, TEST_INPUT, TEST_OUTPUT);

    private PackageFiles() {}
}
