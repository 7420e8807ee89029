package io.github.noise2clean.library;

import io.github.noise2clean.model.DenoisingModel;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as other processes find it: a bundled one by its name, another one in its file, or else
 * in a copy of the file in the folder in which they work, where Spark puts it.
 *
 * @param name of a bundled model, or the whole path of a file
 * @param sha256 of the model, wherever it is found
 */
public record PortableModel(String name, String sha256) implements Serializable {

    /**
     * @param opened the model of that name
     */
    public static PortableModel of(
            InstalledModels models, String nameOrFile, DenoisingModel opened) {
        String name =
                models.file(nameOrFile)
                        .map(file -> file.toAbsolutePath().toString())
                        .orElse(nameOrFile.strip());
        return new PortableModel(name, opened.sha256());
    }

    /** Where it is, unless it is bundled. */
    public Optional<Path> file() {
        return Optional.of(Path.of(name)).filter(Path::isAbsolute);
    }

    /**
     * The model, in any process.
     *
     * @throws IOException with a sentence, if it is not there, or another one is in its place
     */
    public DenoisingModel open() throws IOException {
        return open(Path.of("."));
    }

    /**
     * @param folder in which the process works
     */
    DenoisingModel open(Path folder) throws IOException {
        DenoisingModel opened = InstalledModels.found().open(place(folder));
        if (opened.sha256().equals(sha256)) return opened;
        throw new IOException("The model %s is not the one that was begun with.".formatted(name));
    }

    private String place(Path folder) {
        return file().filter(file -> !Files.exists(file))
                .map(file -> folder.resolve(file.getFileName()))
                .filter(Files::exists)
                .map(Path::toString)
                .orElse(name);
    }
}
