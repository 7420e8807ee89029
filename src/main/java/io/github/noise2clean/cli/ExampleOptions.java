package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a network shall learn from. */
final class ExampleOptions {

    /** How noise is written, for the help of every option that takes it. */
    static final String NOISE_GRAMMAR =
            "One of these, or several joined by +:%n"
                    + "  gaussian:LEVEL    in grey levels%n"
                    + "  gaussian:LEVEL%%   of the data range%n"
                    + "  poisson:PHOTONS   at the top of the range%n"
                    + "  poisson-gaussian:PHOTONS,LEVEL[%%]%n"
                    + "  salt-and-pepper:SHARE%%%n"
                    + "  masking:SHARE%%    dropped pixels%n"
                    + "  speckle:LEVEL%%    of the signal%n"
                    + "  clip              to the data range%n"
                    + "A number may be a range, as in gaussian:5-50, ";

    private static final int NAMED = 3;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--clean",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Clean images: files, and folders of files.")
    private List<Path> clean;

    @Option(
            names = "--noisy",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "The noisy images of the same things, matched to the clean ones in the order"
                            + " of their names.")
    private List<Path> noisy = List.of();

    @Option(
            names = "--noise",
            paramLabel = "NOISE",
            description =
                    "Noise to add to the clean images where there are no noisy ones (default:"
                            + " gaussian:10%%). "
                            + NOISE_GRAMMAR
                            + "drawn for each patch.")
    private Optional<String> noise = Optional.empty();

    @Option(
            names = "--clip-noise",
            description = "Limit the noisy pixels to the data range, as a camera does: adds +clip.")
    private boolean clipNoise;

    @Option(
            names = "--normalization",
            paramLabel = "RULE",
            description =
                    "fixed:LOW,HIGH, percentile:LOW,HIGH or mean-std. Default: fixed:0,255 for"
                            + " 8-bit and RGB images, percentile:0.1,99.9 for others.")
    private Optional<Normalization> normalization = Optional.empty();

    TrainingFiles read(Preset preset) throws IOException {
        requireOneKind();
        Preparation usual = preset.preparation();
        Preparation preparation =
                new Preparation(normalization, usual.channels(), usual.resizedTo());
        return noisy.isEmpty()
                ? TrainingFiles.withNoise(clean, preset.noise(), preparation)
                : TrainingFiles.pairs(noisy, clean, preparation);
    }

    /** Where the images come from, without the folders' whole paths, which are private. */
    String description(Preset preset) {
        if (!noisy.isEmpty()) return names(noisy) + " with clean " + names(clean);
        return names(clean) + " with " + preset.noise();
    }

    /**
     * The noise in place of the preset's, where it is given.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    NoiseModel over(NoiseModel preset) {
        return NoiseModel.parse(noise.orElse(preset.toString()), clipNoise);
    }

    private void requireOneKind() {
        if (noise.isPresent() && !noisy.isEmpty())
            throw mistake("Give either --noisy images or --noise to add, not both.");
        if (clipNoise && !noisy.isEmpty())
            throw mistake("--clip-noise is for noise that is added: leave out --noisy.");
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private static String names(List<Path> paths) {
        String first =
                paths.stream()
                        .limit(NAMED)
                        .map(path -> path.toAbsolutePath().normalize().getFileName())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int others = paths.size() - NAMED;
        return others > 0 ? first + " and " + others + " more" : first;
    }
}
