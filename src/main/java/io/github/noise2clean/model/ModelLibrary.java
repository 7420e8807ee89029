package io.github.noise2clean.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models that need no file of the user's, by name.
 *
 * <p>They are resources in one folder: NAME.zip, and a line {@code NAME: what it is for} in the
 * index, since a jar's folders cannot be listed.
 *
 * @param resources where the folder is
 */
public record ModelLibrary(ClassLoader resources) {

    /** The models in the program's own jar. */
    public static final ModelLibrary BUNDLED =
            new ModelLibrary(ModelLibrary.class.getClassLoader());

    private static final String FOLDER = "noise2clean/models/";

    /** The names, in the order in which users should see them. */
    public List<String> names() {
        return List.copyOf(descriptions().keySet());
    }

    /** What each model is for, in one line, by name. */
    public Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (String line : index()) {
            String[] parts = line.split(":", 2);
            descriptions.put(parts[0].strip(), parts[1].strip());
        }
        return Collections.unmodifiableMap(descriptions);
    }

    /**
     * The model of that name or else in that file: a name wins over a file of the same name, which
     * can still be given as {@code ./NAME}.
     *
     * @throws ModelFormatException if the file holds no model
     * @throws IOException with a sentence that tells the names, if there is neither
     */
    public TrainedModel open(String nameOrFile) throws IOException {
        String name = nameOrFile.strip();
        if (names().contains(name)) return bundled(name);
        if (Files.isRegularFile(Path.of(name))) return ModelFile.read(Path.of(name));
        throw new IOException("There is no model " + name + ": " + advice() + ".");
    }

    /**
     * What is to be known before a bundled model is used, as Markdown: what it is for, what it has
     * learned from, its figures, its limits; absent for files.
     */
    public Optional<String> documentation(String nameOrFile) throws IOException {
        String name = nameOrFile.strip();
        if (!names().contains(name)) return Optional.empty();
        return Optional.of(text(name + ".md"));
    }

    /** What can be opened, to be said to the user. */
    private String advice() {
        return names().isEmpty()
                ? "give a model file"
                : "give a model file, or one of the names " + String.join(", ", names());
    }

    private TrainedModel bundled(String name) throws IOException {
        try (InputStream file = resource(name + ".zip")) {
            return ModelFile.read(file, name);
        }
    }

    private List<String> index() {
        try {
            return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String file) throws IOException {
        try (InputStream stream = resource(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream resource(String file) throws IOException {
        InputStream stream = resources.getResourceAsStream(FOLDER + file);
        if (stream == null) throw new FileNotFoundException(FOLDER + file + " is not in the jar.");
        return stream;
    }
}
