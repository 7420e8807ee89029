package io.github.noise2clean.command;

import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.util.List;

/**
 * The model that was chosen in a dialog or named in a macro.
 *
 * @param model a bundled model's name or a path, {@link #AUTO}, {@link #FILE} or {@link
 *     #THIS_IMAGE}
 * @param file the path, where {@code model} is FILE or AUTO
 */
record ModelChoice(String model, String file) {

    /** The choice of the file where one is given, and else of what suits the image. */
    static final String AUTO = "auto";

    /** The choice of a file instead of a bundled model. */
    static final String FILE = "file";

    /** The choice of a network that is trained on the image itself. */
    static final String THIS_IMAGE = "this image";

    boolean isAutomatic() {
        return named().equals(AUTO) && path().isEmpty();
    }

    boolean isThisImage() {
        return named().equals(THIS_IMAGE);
    }

    /**
     * @throws IOException with a sentence for the user, if there is no such model
     */
    TrainedModel open() throws IOException {
        String wanted = List.of(FILE, AUTO).contains(named()) ? path() : named();
        if (wanted.isEmpty())
            throw new IllegalArgumentException(
                    "No model is given: choose a bundled one, or a model file.");
        return ModelLibrary.BUNDLED.open(wanted);
    }

    private String named() {
        return Values.text(model).strip();
    }

    private String path() {
        return Values.text(file).strip();
    }
}
