package io.github.noise2clean.cli;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.FileSearch;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageGenerator;
import io.github.noise2clean.denoise.PosteriorSamples;
import io.github.noise2clean.denoise.SamplingSettings;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.ImageGrid;
import io.github.noise2clean.monitor.Pngs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code noise2clean generate}. */
@Command(
        name = "generate",
        description = {
            "Draws samples of a variational model as a stack of 32-bit images.",
            "Without --input: new images. With it: what the noisy image may have been, followed by"
                    + " the mean and the standard deviation of these samples."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean generate --model vae.zip --output new.tif --montage new.png",
            "  noise2clean generate --model vae.zip --count 50 --input noisy.tif --output all.tif"
        })
final class GenerateCommand implements Callable<Integer> {

    private static final ImageSize USUAL_SIZE = new ImageSize(28, 28);

    private final Terminal terminal;
    private final InstalledModels models;

    @Spec private CommandSpec command;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME_OR_FILE",
            description = "The variational model: a bundled one by its name, or a file.")
    private String model;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "16",
            description = "Samples to draw, up to 10000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height of new images in pixels (default: 28x28).")
    private Optional<ImageSize> size = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "The same seed gives the same images, however many (default:"
                            + " ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "The noisy image to draw samples for; of a stack, its first plane.")
    private Optional<Path> input = Optional.empty();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE.tif",
            description = "The stack to write.")
    private Path output;

    @Option(
            names = "--montage",
            paramLabel = "FILE.png",
            description = "Also draw all planes of the stack as one picture.")
    private Optional<Path> montage = Optional.empty();

    GenerateCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        if (input.isPresent() && size.isPresent())
            throw new ParameterException(
                    command.commandLine(), "The size is that of --input: leave out --size.");
        SamplingSettings settings = new SamplingSettings(device.choice(), count, seed);
        TrainedModel trained = models.openTrained(model, "be sampled");
        requireOutput();
        return terminal.interruption().guard(() -> generate(trained, settings));
    }

    /** Before the work, so that it is not done in vain. */
    private void requireOutput() throws IOException {
        ImagePlus plane = new ImagePlus("the samples", new FloatProcessor(1, 1));
        ImageFiles.requireSavable(plane, output);
        if (input.isPresent()) BatchFiles.of(List.of(input.get()), FileSearch.PLAIN, output);
    }

    private int generate(TrainedModel trained, SamplingSettings settings) throws IOException {
        ImagePlus samples;
        try (DenoisingProgress progress = new DenoisingProgress(terminal, output)) {
            samples = samples(trained, settings, progress);
        } catch (CancellationException e) {
            terminal.err().println("Interrupted: nothing was written.");
            return Faults.INTERRUPTED;
        }
        write(samples);
        return ExitCode.OK;
    }

    private ImagePlus samples(
            TrainedModel trained, SamplingSettings settings, DenoisingListener progress)
            throws IOException {
        if (input.isPresent()) {
            PosteriorSamples.warning(trained).ifPresent(terminal.err()::println);
            return PosteriorSamples.of(trained, ImageFiles.open(input.get()), settings, progress);
        }
        return ImageGenerator.generate(trained, size.orElse(USUAL_SIZE), settings, progress);
    }

    private void write(ImagePlus samples) throws IOException {
        Optional.ofNullable(samples.getInfoProperty()).ifPresent(terminal.out()::print);
        ImageFiles.save(samples, output);
        terminal.out().println("saved " + output);
        if (montage.isEmpty()) return;
        Pngs.write(ImageGrid.of(samples).draw(), montage.get());
        terminal.out().println("saved " + montage.get());
    }
}
