package io.github.noise2clean.model;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.StoredEntries;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A small model, and its file taken apart and put together again. */
final class TestModels {

    private TestModels() {}

    static TrainedModel small() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        return new TrainedModel(card(), graph, Weights.initial(graph, 7));
    }

    static ModelCard card() {
        return new ModelCard(
                "Zellkerne \u03bc: 1.0 \u0007",
                "resblock-ae",
                new Normalization.Percentile(0.1, 99.9),
                Map.of("seed", "1"),
                List.of(
                        new Epoch(1, 0.25, Double.NaN, Double.POSITIVE_INFINITY, -1e-30),
                        new Epoch(2, 0.125, 0.3, 28.1, Double.NaN)),
                "1.2.3",
                Optional.empty(),
                Optional.empty());
    }

    static Map<String, byte[]> entries(TrainedModel model, Path folder) throws IOException {
        Path file = folder.resolve("whole.zip");
        ModelFile.write(model, file);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList())
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
        return entries;
    }

    /** The small model's file with a piece of the text of one entry replaced, once. */
    static Path edited(Path folder, String entry, String before, String after) throws IOException {
        Map<String, byte[]> entries = entries(small(), folder);
        String text = new String(entries.get(entry), StandardCharsets.UTF_8);
        int at = text.indexOf(before);
        if (at < 0) throw new IllegalArgumentException(before + " is not in " + text);
        String edited = text.substring(0, at) + after + text.substring(at + before.length());
        entries.put(entry, edited.getBytes(StandardCharsets.UTF_8));
        return zipped(folder, entries);
    }

    static Path zipped(Path folder, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("model.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet())
                StoredEntries.add(zip, entry.getKey(), entry.getValue());
        }
        return file;
    }
}
