package io.github.noise2clean.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of model files NAME.zip, which need not exist. */
public record ModelFolder(Path folder) {

    private static final String EXTENSION = ".zip";
    private static final String NAME = "[a-z0-9][a-z0-9_.-]{0,63}";

    /** The user's own, in the home folder. */
    static ModelFolder ofUser() {
        return new ModelFolder(
                Path.of(System.getProperty("user.home", "."), ".noise2clean", "models"));
    }

    /** What an update site has put into Fiji, where the program runs in Fiji. */
    static Stream<ModelFolder> ofFiji() {
        return Stream.of("imagej.dir", "ij.dir", "fiji.dir")
                .map(System::getProperty)
                .filter(folder -> folder != null && !folder.isBlank())
                .map(folder -> new ModelFolder(Path.of(folder, "models", "noise2clean")))
                .limit(1);
    }

    /** The names of the models, sorted; none where the folder cannot be read. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .filter(ModelFolder::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The file of that name, which need not exist. */
    public Path file(String name) {
        return folder.resolve(name + EXTENSION);
    }

    /** Whether a model may have the name: macros and command lines give it as it is. */
    static boolean isName(String name) {
        return name.matches(NAME);
    }

    /** A name such as {@code unet-2d-nuclei} of any text. */
    static String nameOf(String text) {
        String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = name.replaceAll("^-|-$", "");
        return trimmed.substring(0, Math.min(64, trimmed.length()));
    }
}
