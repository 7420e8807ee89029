package io.github.noise2clean.model;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphCheck;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads a model's entries, each checked before the next is believed.
 *
 * @param name of the file, for sentences
 */
record ModelReader(String name, ModelEntries entries) {

    private static final Set<String> MODEL =
            Set.of(ModelFile.CARD, ModelFile.GRAPH, ModelFile.WEIGHTS);

    private static final long LARGEST_TEXT = 8L << 20;
    private static final long LARGEST_TENSOR = 64L << 20;

    /** The archive's own code and headers are at most so much longer than the graph's text. */
    private static final long ARCHIVE_PER_TEXT = 16;

    private static final long ARCHIVE_FRAME = 1L << 16;

    /**
     * @throws IllegalArgumentException with entry and place, where the file is wrong
     */
    TrainedModel read() throws IOException {
        ModelCard card = card();
        Set<String> names = entries.names(MODEL, PackageFiles.ALL);
        byte[] text = entries.read(ModelFile.GRAPH, LARGEST_TEXT);
        Graph graph = in(ModelFile.GRAPH, () -> graph(YamlText.read(text)));
        long largest = largestArchive(graph, text);
        Weights weights = weights(graph, largest);
        if (!names.equals(MODEL)) checkPackage(names, largest);
        return in(ModelFile.WEIGHTS, () -> new TrainedModel(card, graph, weights));
    }

    private static <T> T in(String entry, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(entry + ", " + e.getMessage(), e);
        }
    }

    /** A newer format may have further entries, so its number is looked at before them. */
    private ModelCard card() throws IOException {
        byte[] text = entries.read(ModelFile.CARD, LARGEST_TEXT);
        Object map = in(ModelFile.CARD, () -> YamlText.read(text));
        if (CardText.isNewer(map)) throw ModelFormatException.newer(name);
        return in(ModelFile.CARD, () -> RecordMaps.fromMap(CardText.class, map).card());
    }

    private static Graph graph(Object text) {
        Graph graph = RecordMaps.fromMap(Graph.class, text);
        GraphCheck.check(graph);
        return graph;
    }

    private static long largestArchive(Graph graph, byte[] text) {
        long values = graph.parameters().stream().mapToLong(Parameter::size).sum();
        return Float.BYTES * values + ARCHIVE_PER_TEXT * text.length + ARCHIVE_FRAME;
    }

    private Weights weights(Graph graph, long largest) throws IOException {
        byte[] archive = entries.read(ModelFile.WEIGHTS, largest);
        try {
            return TorchScript.read(graph, archive);
        } catch (IOException e) {
            throw new IllegalArgumentException(ModelFile.WEIGHTS + ", " + e.getMessage(), e);
        }
    }

    /** What other programs are given must be what its description says. */
    private void checkPackage(Set<String> names, long largestWeights) throws IOException {
        byte[] text = entries.read(PackageFiles.RDF, LARGEST_TEXT);
        FileHashes hashes = FileHashes.of(in(PackageFiles.RDF, () -> YamlText.read(text)));
        Set<String> described = new TreeSet<>(names);
        described.remove(PackageFiles.RDF);
        hashes.requireExactly(described);
        for (String name : described)
            hashes.require(name, entries.read(name, largest(name, largestWeights)));
    }

    private static long largest(String name, long largestWeights) {
        return switch (name) {
            case ModelFile.WEIGHTS, PackageFiles.ONNX -> largestWeights;
            case PackageFiles.TEST_INPUT, PackageFiles.TEST_OUTPUT -> LARGEST_TENSOR;
            default -> LARGEST_TEXT;
        };
    }
}
