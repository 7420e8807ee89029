package io.github.noise2clean.model;

import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.BatchNormFolding.Folded;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import java.util.Locale;

/**
 * A format in which other programs run a model's network, without its card: images must be
 * normalised, and of a size that it takes, before they enter.
 */
public enum ExportFormat {
    ONNX(".onnx") {
        @Override
        byte[] bytes(Folded network, String model) {
            Onnx.Label label = new Onnx.Label(model, ProgramVersion.text());
            return Onnx.write(network.graph(), network.weights(), label);
        }
    },
    TORCHSCRIPT(".pt") {
        @Override
        byte[] bytes(Folded network, String model) {
            return TorchScript.writeForInference(network.graph(), network.weights());
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
                    "Unknown format '" + text + "': choose onnx or torchscript.", e);
        }
    }

    /** What its files are called at the end. */
    public String extension() {
        return extension;
    }

    /**
     * The file.
     *
     * @param fold whether batch normalisations become part of the convolutions before them
     */
    public byte[] write(TrainedModel model, boolean fold) {
        Folded network =
                fold
                        ? BatchNormFolding.fold(model.graph(), model.weights())
                        : new Folded(model.graph(), model.weights());
        return bytes(network, model.card().name());
    }

    abstract byte[] bytes(Folded network, String model);
}
