package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.model.ModelLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Denoises images of unknown kind: each by the model that is suggested for it, or by a network that
 * is trained on it alone where there is no such model, or one that takes other images.
 *
 * <p>Models stay loaded until it is closed. One image at a time.
 */
public final class AutomaticDenoiser implements Denoising {

    private final ModelLibrary library;
    private final ZeroShotSettings settings;
    private final Consumer<String> notes;
    private final Map<String, ImageDenoiser> opened = new HashMap<>();

    /**
     * @param settings those of the denoising count for models as well
     * @param notes is told, for each image, in a sentence what it is denoised by and why, and then
     *     what else the user must know
     */
    public AutomaticDenoiser(
            ModelLibrary library, ZeroShotSettings settings, Consumer<String> notes) {
        this.library = library;
        this.settings = settings;
        this.notes = notes;
    }

    @Override
    public Outcome outcome(ImagePlus noisy, DenoisingListener listener) throws IOException {
        AxisImage pixels = settings.denoising().axes().of(ImagePluses.glance(noisy));
        ModelSuggestion suggestion = ModelSuggestion.of(pixels);
        Optional<String> obstacle = obstacle(suggestion.model(), pixels);
        String sentence = obstacle.map(suggestion::sentence).orElseGet(suggestion::sentence);
        notes.accept(noisy.getTitle() + ": " + sentence);
        return obstacle.isPresent()
                ? zeroShot(noisy, listener)
                : opened.get(suggestion.model()).outcome(noisy, listener);
    }

    @Override
    public void close() {
        opened.values().forEach(ImageDenoiser::close);
    }

    /** Why the model cannot denoise the image; where it can, it is open. */
    private Optional<String> obstacle(String model, AxisImage pixels) throws IOException {
        if (!library.names().contains(model))
            return Optional.of("But there is no bundled model of that name.");
        return open(model).refusal(pixels);
    }

    private ImageDenoiser open(String model) throws IOException {
        if (!opened.containsKey(model))
            opened.put(model, new ImageDenoiser(library.open(model), settings.denoising()));
        return opened.get(model);
    }

    private Outcome zeroShot(ImagePlus noisy, DenoisingListener listener) throws IOException {
        ZeroShotDenoiser.warning(noisy).ifPresent(notes);
        return new ZeroShotDenoiser(settings).outcome(noisy, listener);
    }
}
