package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.zeroshot.AutomaticDenoiser;
import io.github.noise2clean.zeroshot.Denoising;
import io.github.noise2clean.zeroshot.ModelSuggestion;
import io.github.noise2clean.zeroshot.ZeroShotSettings;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The model that was chosen in a dialog or named in a macro.
 *
 * @param model an installed model's name or a path, {@link #AUTO}, {@link #FILE} or {@link
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
     * Opens what denoises as was chosen.
     *
     * @param zeroShot settings for images that a network is trained on, asked for where that may be
     * @param notes is told what the user must know
     * @throws IOException with a sentence for the user, if there is no such model
     */
    Denoising denoising(
            DenoisingSettings settings, Supplier<ZeroShotSettings> zeroShot, Consumer<String> notes)
            throws IOException {
        if (isThisImage()) return Denoising.zeroShot(zeroShot.get(), notes);
        return isAutomatic()
                ? new AutomaticDenoiser(ModelLibrary.BUNDLED, zeroShot.get(), notes)
                : Denoising.with(open(), settings, notes);
    }

    /**
     * The model for an image, of which auto takes the one that suits its pixels.
     *
     * @param notes is told which, and why
     * @throws IOException with a sentence for the user, if there is no such model
     * @throws IllegalArgumentException with one, if the choice is no model
     */
    DenoisingModel open(ImagePlus noisy, AxisChoice axes, Consumer<String> notes)
            throws IOException {
        if (isThisImage())
            throw new IllegalArgumentException(
                    "A network is yet to be trained on the image: choose a model.");
        if (!isAutomatic()) return open();
        ModelSuggestion suggestion = ModelSuggestion.of(axes.of(ImagePluses.glance(noisy)));
        notes.accept(noisy.getTitle() + ": " + suggestion.sentence());
        return ModelLibrary.BUNDLED.open(suggestion.model());
    }

    /**
     * @throws IOException with a sentence for the user, if there is no such model
     */
    DenoisingModel open() throws IOException {
        return InstalledModels.found().open(wanted());
    }

    /**
     * The same of a model that this program has trained, and samples.
     *
     * @throws IOException with a sentence for the user, if it is of another program as well
     */
    TrainedModel openTrained() throws IOException {
        return InstalledModels.found().openTrained(wanted(), "be sampled");
    }

    private String wanted() {
        String wanted = List.of(FILE, AUTO).contains(named()) ? path() : named();
        if (!wanted.isEmpty()) return wanted;
        throw new IllegalArgumentException(
                "No model is given: choose a bundled one, or a model file.");
    }

    private String named() {
        return Values.text(model).strip();
    }

    private String path() {
        return Values.text(file).strip();
    }
}
