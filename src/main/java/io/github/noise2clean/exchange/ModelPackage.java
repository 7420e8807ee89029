package io.github.noise2clean.exchange;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.StoredEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/**
 * Writes a model's file as a package of bioimage.io, which other programs can open: the model, its
 * description, documentation and cover, the weights as ONNX, and an image to test it with.
 */
public final class ModelPackage {

    private ModelPackage() {}

    /**
     * Writes the file, which appears complete and tested or not at all; on one machine, the same
     * model and options give the same bytes.
     *
     * @return what is read from the file
     * @throws IOException with a sentence, if the folder cannot be written to, or the network in
     *     the file does not compute what the model does
     */
    public static TrainedModel write(TrainedModel model, PackageOptions options, Path file)
            throws IOException {
        AtomicFiles.requireWritable(file);
        TrainedModel packed = options.folded() ? folded(model) : model;
        Map<String, byte[]> entries = Contents.of(packed, options).entries();
        PackageCheck check = new PackageCheck(Processing.of(packed));
        AtomicFiles.write(
                file,
                unfinished -> {
                    zip(entries, unfinished);
                    check.run(unfinished);
                });
        return ModelFile.read(file);
    }

    private static TrainedModel folded(TrainedModel model) {
        var folded = BatchNormFolding.fold(model.graph(), model.weights());
        return new TrainedModel(model.card(), folded.graph(), folded.weights());
    }

    private static void zip(Map<String, byte[]> entries, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet())
                StoredEntries.add(zip, entry.getKey(), entry.getValue());
        }
    }
}
