package io.github.noise2clean.library;

import io.github.noise2clean.foreign.Trust;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.network.StoredEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/**
 * The models that the user has imported, and the list of the TorchScript files that he trusts, by
 * their hashes.
 */
public record OwnModels(ModelFolder models) {

    private static final String TRUSTED = "trusted.txt";

    /**
     * What is trusted.
     *
     * @throws IOException if the list cannot be read
     */
    Trust trust() throws IOException {
        return new Trust.InFiles(trusted());
    }

    /** Adds a file of TorchScript weights to those that are trusted. */
    void addTrusted(String sha256) throws IOException {
        Set<String> hashes = new TreeSet<>(trusted());
        hashes.add(sha256);
        Files.createDirectories(models.folder());
        AtomicFiles.write(list(), unfinished -> Files.write(unfinished, hashes));
    }

    /** Writes a model file of these entries, which appears complete or not at all. */
    void add(String name, Map<String, byte[]> entries) throws IOException {
        Files.createDirectories(models.folder());
        AtomicFiles.write(models.file(name), unfinished -> write(entries, unfinished));
    }

    /** Copies a model file. */
    void add(String name, Path file) throws IOException {
        Files.createDirectories(models.folder());
        AtomicFiles.write(models.file(name), unfinished -> Files.copy(file, unfinished));
    }

    /**
     * A file for a new model, named like an image, which is not there yet; its folder is made.
     *
     * @throws IOException if there can be no such folder
     */
    public Path newFile(String image) throws IOException {
        Files.createDirectories(models.folder());
        String name = ModelFolder.nameOf(image.replaceFirst("\\.\\w{1,4}$", ""));
        String stem = name.isEmpty() ? "model" : name;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> models.file(number == 1 ? stem : stem + "-" + number))
                .filter(file -> !Files.exists(file))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Deletes the model's file.
     *
     * @throws IOException with a sentence, if there is no such model
     */
    public void delete(String name) throws IOException {
        if (!models.names().contains(name))
            throw new IOException("There is no model " + name + " of your own to delete.");
        Files.delete(models.file(name));
    }

    private Set<String> trusted() throws IOException {
        if (!Files.isRegularFile(list())) return Set.of();
        return Files.readAllLines(list()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private Path list() {
        return models.folder().resolve(TRUSTED);
    }

    private static void write(Map<String, byte[]> entries, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet())
                StoredEntries.add(zip, entry.getKey(), entry.getValue());
        }
    }
}
