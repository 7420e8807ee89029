package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.model.ModelLibrary;
import java.io.IOException;
import java.nio.file.Path;
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
        Optional<ImageDenoiser> suited = suited(noisy.getTitle(), ImagePluses.glance(noisy));
        return suited.isPresent()
                ? suited.get().outcome(noisy, listener)
                : zeroShot(noisy, listener);
    }

    @Override
    public Outcome outcome(FileImage noisy, Path result, DenoisingListener listener)
            throws IOException {
        Optional<ImageDenoiser> suited = suited(noisy.outline().getTitle(), noisy.pixels());
        if (suited.isPresent()) return suited.get().outcome(noisy, result, listener);
        Outcome outcome = zeroShot(ImageFiles.open(noisy.file()), listener);
        ImageFiles.save(outcome.image(), result);
        return outcome;
    }

    @Override
    public void close() {
        opened.values().forEach(ImageDenoiser::close);
    }

    /** By the model for the image; empty where that cannot denoise it. */
    private Optional<ImageDenoiser> suited(String title, AxisImage given) throws IOException {
        AxisImage pixels = settings.denoising().axes().of(given);
        ModelSuggestion suggestion = ModelSuggestion.of(pixels);
        Optional<String> obstacle = obstacle(suggestion.model(), pixels);
        String sentence = obstacle.map(suggestion::sentence).orElseGet(suggestion::sentence);
        notes.accept(title + ": " + sentence);
        return obstacle.isPresent()
                ? Optional.empty()
                : Optional.of(opened.get(suggestion.model()));
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
