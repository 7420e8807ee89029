package io.github.noise2clean.command;

import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;

/**
 * The model that was chosen in a dialog or named in a macro.
 *
 * @param model a bundled model's name or a path, {@link #FILE} or {@link #THIS_IMAGE}
 * @param file the path, where {@code model} is FILE
 */
record ModelChoice(String model, String file) {

    /** The choice of a file instead of a bundled model. */
    static final String FILE = "file";

    /** The choice of a network that is trained on the image itself. */
    static final String THIS_IMAGE = "this image";

    boolean isThisImage() {
        return Values.text(model).strip().equals(THIS_IMAGE);
    }

    /**
     * @throws IOException with a sentence for the user, if there is no such model
     */
    TrainedModel open() throws IOException {
        String named = Values.text(model).strip();
        String wanted = named.equals(FILE) ? Values.text(file).strip() : named;
        if (wanted.isEmpty())
            throw new IllegalArgumentException(
                    "No model is given: choose a bundled one, or a model file.");
        return ModelLibrary.BUNDLED.open(wanted);
    }
}
