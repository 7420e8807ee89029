package io.github.noise2clean.cli;

import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.zeroshot.AutomaticDenoiser;
import io.github.noise2clean.zeroshot.Denoising;
import io.github.noise2clean.zeroshot.Portion;
import io.github.noise2clean.zeroshot.ZeroShotSettings;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which network denoises: a trained one, one that is trained on the image itself, or whichever of
 * the two suits the image.
 */
final class NetworkOptions {

    private static final String AUTO = "auto";
    private static final long STANDARD_SEED = 1;

    private final InstalledModels models;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "NAME_OR_FILE",
            description =
                    "The trained model: one by its name ('noise2clean models' lists them), or a"
                            + " file; ./NAME is a file in any case. auto (default):"
                            + " for each image one for fluorescence, electron microscopy or"
                            + " natural images, by its brightness and noise; where there is none"
                            + " that takes the image, as with --zero-shot. It says which, and why.")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--axes",
            paramLabel = "A",
            description =
                    "With --model: what the planes of a stack are, auto (default) for what the image"
                            + " says, z to take frames for slices, or t to take slices for frames.")
    private Optional<AxisChoice> axes = Optional.empty();

    @Option(
            names = "--zero-shot",
            description =
                    "In place of a model: train a small network on each image alone, by its"
                            + " neighbouring pixels, whose noise must be independent.")
    private boolean zeroShot;

    @Option(
            names = "--portion",
            paramLabel = "P",
            description =
                    "With --zero-shot or auto: what has a network of its own, image (default),"
                            + " channel or plane. Of a stack, planes take as long as so many images.")
    private Optional<Portion> portion = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "With --zero-shot or auto: of the training of each network (default: "
                            + ZeroShotSettings.STANDARD_STEPS
                            + ").")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "With --zero-shot or auto: of the training. With --uncertainty samples: of these."
                            + " The same gives the same pixels (default: "
                            + STANDARD_SEED
                            + ").")
    private Optional<Long> seed = Optional.empty();

    /**
     * @param models that are at hand by their names
     */
    NetworkOptions(InstalledModels models) {
        this.models = models;
    }

    /** Opens what was asked for. */
    Denoising open(DenoisingSettings settings) throws IOException {
        requireFitting(settings.estimate());
        if (zeroShot) return Denoising.zeroShot(zeroShotSettings(settings), this::tell);
        Optional<String> named = named();
        return named.isPresent()
                ? Denoising.with(models.open(named.get()), settings, this::tell)
                : new AutomaticDenoiser(models.bundled(), zeroShotSettings(settings), this::tell);
    }

    /** What the planes of a stack are. */
    AxisChoice axes() {
        return axes.orElse(AxisChoice.AUTO);
    }

    /** The seed that was given, or the standard one. */
    long seed() {
        return seed.orElse(STANDARD_SEED);
    }

    /** The model that was asked for, unless it is to be chosen for each image. */
    private Optional<String> named() {
        return model.filter(name -> !name.strip().equals(AUTO));
    }

    private void requireFitting(Estimate estimate) {
        boolean neverTrains = named().isPresent();
        if (zeroShot && model.isPresent()) throw mistake("Give either --model or --zero-shot.");
        if (zeroShot && axes.isPresent()) throw mistake("--axes goes with --model only.");
        if (neverTrains && (portion.isPresent() || steps.isPresent()))
            throw mistake("--portion and --steps go with --zero-shot only.");
        if (neverTrains && seed.isPresent() && !(estimate instanceof Estimate.Samples))
            throw mistake("--seed goes with --zero-shot or --uncertainty samples only.");
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private void tell(String note) {
        command.commandLine().getErr().println(note);
    }

    private ZeroShotSettings zeroShotSettings(DenoisingSettings settings) {
        return new ZeroShotSettings(
                settings,
                portion.orElse(Portion.IMAGE),
                steps.orElse(ZeroShotSettings.STANDARD_STEPS),
                seed());
    }
}
