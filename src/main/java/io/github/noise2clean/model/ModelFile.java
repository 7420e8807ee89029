package io.github.noise2clean.model;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.network.StoredEntries;
import io.github.noise2clean.network.TorchScript;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The file of a model: a zip of its card and its graph as YAML, and of its weights as a TorchScript
 * archive that PyTorch can load without this program. Around these it may be a package of
 * bioimage.io: then each file is that whose SHA-256 the package's description gives.
 *
 * <p>A file is trusted in nothing. Of the archive only the raw tensors are read; its code is never
 * run, since the module to run is always written anew from the graph, which is checked.
 */
public final class ModelFile {

    public static final String CARD = "card.yaml";
    public static final String GRAPH = "graph.yaml";
    public static final String WEIGHTS = "weights.pt";

    private static final int LARGEST_STREAM = 64 << 20;

    private ModelFile() {}

    /**
     * Writes the file, which appears complete or not at all; the same model gives the same bytes.
     *
     * @throws IOException with a sentence, if the folder cannot be written to
     */
    public static void write(TrainedModel model, Path file) throws IOException {
        AtomicFiles.write(
                file, unfinished -> writeEntries(model, Files.newOutputStream(unfinished)));
    }

    /**
     * The SHA-256, in hexadecimal digits, of the file that the model was read from, or else of the
     * one that {@link #write} makes of it.
     */
    public static String sha256(TrainedModel model) {
        return model.fileHash().orElseGet(() -> hashOfNewFile(model));
    }

    /**
     * @throws ModelFormatException if the file holds no model, a damaged one, or one of a newer
     *     format
     * @throws IOException with a sentence, if there is no such file
     */
    public static TrainedModel read(Path file) throws IOException {
        if (!Files.isRegularFile(file))
            throw new IOException("There is no model file " + file + ".");
        return read(file, file.toString());
    }

    /**
     * The model in a stream, which is read to its end but not closed.
     *
     * @param name of the stream, for sentences
     * @throws ModelFormatException as {@link #read(Path)} does, and beyond 64 MiB
     */
    public static TrainedModel read(InputStream stream, String name) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST_STREAM + 1);
        if (bytes.length > LARGEST_STREAM)
            throw ModelFormatException.damaged(name, new ZipException("it is too large"));
        Path copy = Files.createTempFile("noise2clean", ".zip"); // a zip is read from its end
        try {
            return read(Files.write(copy, bytes), name);
        } finally {
            Files.delete(copy);
        }
    }

    private static TrainedModel read(Path file, String name) throws IOException {
        try (ZipFile zip = ZipFiles.open(file)) {
            TrainedModel model = new ModelReader(name, new ModelEntries(zip)).read();
            Optional<String> hash = Optional.of(Sha256.of(copy -> Files.copy(file, copy)));
            return new TrainedModel(model.card(), model.graph(), model.weights(), hash);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw ModelFormatException.damaged(name, e);
        }
    }

    private static String hashOfNewFile(TrainedModel model) {
        try {
            return Sha256.of(file -> writeEntries(model, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of the model holds at least, by the names of the entries. */
    public static Map<String, byte[]> entries(TrainedModel model) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(CARD, yaml(CardText.of(model.card())));
        entries.put(GRAPH, yaml(model.graph()));
        entries.put(WEIGHTS, TorchScript.writeForInference(model.graph(), model.weights()));
        return entries;
    }

    private static void writeEntries(TrainedModel model, OutputStream file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries(model).entrySet())
                StoredEntries.add(zip, entry.getKey(), entry.getValue());
        }
    }

    private static byte[] yaml(Record record) {
        return YamlText.write(RecordMaps.toMap(record));
    }
}
