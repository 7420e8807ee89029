package io.github.noise2clean.exchange;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.BatchNormFolding.Folded;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A format in which other programs open a model. */
public enum ExportFormat {
    /** The whole model with its description, as {@link ModelPackage} writes it. */
    BIOIMAGEIO(".zip") {
        @Override
        void writeTo(Path file, TrainedModel model, PackageOptions options) throws IOException {
            ModelPackage.write(model, options, file);
        }
    },
    /** The network alone: images must be normalised, and of a size that it takes. */
    ONNX(".onnx") {
        @Override
        void writeTo(Path file, TrainedModel model, PackageOptions options) throws IOException {
            Folded network = network(model, options);
            Onnx.Label label = new Onnx.Label(model.card().name(), ProgramVersion.text());
            save(Onnx.write(network.graph(), network.weights(), label), file);
        }
    },
    /** The network alone, for PyTorch. */
    TORCHSCRIPT(".pt") {
        @Override
        void writeTo(Path file, TrainedModel model, PackageOptions options) throws IOException {
            Folded network = network(model, options);
            save(TorchScript.writeForInference(network.graph(), network.weights()), file);
        }
    };

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static ExportFormat parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown format '" + text + "': choose bioimageio, onnx or torchscript.", e);
        }
    }

    /**
     * Writes the file, which appears complete or not at all.
     *
     * @param options of which all but {@code folded} are for packages
     * @throws IllegalArgumentException with a sentence, if its name does not end as those of the
     *     format: no model file shall be overwritten with what this program cannot open
     * @throws IOException with a sentence, if the folder cannot be written to
     */
    public void write(TrainedModel model, PackageOptions options, Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(extension))
            throw new IllegalArgumentException(
                    "The file %s must end with %s.".formatted(file, extension));
        writeTo(file, model, options);
    }

    abstract void writeTo(Path file, TrainedModel model, PackageOptions options) throws IOException;

    private static Folded network(TrainedModel model, PackageOptions options) {
        return options.folded()
                ? BatchNormFolding.fold(model.graph(), model.weights())
                : new Folded(model.graph(), model.weights());
    }

    private static void save(byte[] bytes, Path file) throws IOException {
        AtomicFiles.write(file, unfinished -> Files.write(unfinished, bytes));
    }
}
