package io.github.noise2clean.cli;

import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.noise.AutomaticNoise;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The noise to add to clean images; what is not given is left to a preset. */
final class NoiseOptions {

    /** How noise is written, for the help of every option that takes it. */
    static final String GRAMMAR =
            "One of these, or several joined by +:%n"
                    + "  gaussian:LEVEL    in grey levels%n"
                    + "  gaussian:LEVEL%%   of the data range%n"
                    + "  poisson:PHOTONS   at the top of the range%n"
                    + "  poisson-gaussian:PHOTONS,LEVEL[%%]%n"
                    + "  salt-and-pepper:SHARE%%%n"
                    + "  masking:SHARE%%    dropped pixels%n"
                    + "  speckle:LEVEL%%    of the signal%n"
                    + "  scan:LEVEL[%%],CORRELATION  along x, of neighbours%n"
                    + "  camera:GAIN,OFFSET,READ  in grey levels%n"
                    + "  clip              to the data range%n"
                    + "A number, but of a camera, may be a range, as in gaussian:5-50, ";

    @Option(
            names = "--noise",
            paramLabel = "NOISE",
            description =
                    "Noise to add to the clean images where there are no noisy ones (default:"
                            + " gaussian:10%%), or auto for that of the camera of --noise-from. "
                            + GRAMMAR
                            + "drawn for each patch.")
    private Optional<String> noise = Optional.empty();

    @Option(
            names = "--noise-from",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Noisy images, files and folders of files, in which --noise auto finds gain,"
                            + " offset and read noise of their camera, as estimate-noise does.")
    private List<Path> source = List.of();

    @Option(
            names = "--clip-noise",
            description = "Limit the noisy pixels to the data range, as a camera does: adds +clip.")
    private boolean clip;

    /** The first of the options that is given. */
    Optional<String> given() {
        if (noise.isPresent()) return Optional.of("--noise");
        if (!source.isEmpty()) return Optional.of("--noise-from");
        return clip ? Optional.of("--clip-noise") : Optional.empty();
    }

    /**
     * The noise in place of the preset's, where it is given.
     *
     * @param notes told what noise was found
     * @throws IllegalArgumentException with a sentence for the user
     */
    NoiseModel over(NoiseModel preset, PrintWriter notes) throws IOException {
        String text = noise.orElse(preset.toString());
        if (AutomaticNoise.isIn(text)) return NoiseModel.parse(found(text, notes), clip);
        if (!source.isEmpty())
            throw new IllegalArgumentException(
                    "--noise-from is for --noise auto: give both, or neither.");
        return NoiseModel.parse(text, clip);
    }

    private String found(String text, PrintWriter notes) throws IOException {
        if (source.isEmpty())
            throw new IllegalArgumentException(
                    "--noise auto needs noisy images to find the noise in: give them after"
                            + " --noise-from.");
        String resolved =
                AutomaticNoise.resolve(text, ImageFiles.openOnDemand(source, PlaneCache.ofHeap()));
        notes.println("Found in the noisy images: --noise " + resolved);
        return resolved;
    }
}
