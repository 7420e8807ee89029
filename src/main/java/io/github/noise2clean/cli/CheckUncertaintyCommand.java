package io.github.noise2clean.cli;

import ij.ImagePlus;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ErrorForecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean check-uncertainty}. */
@Command(
        name = "check-uncertainty",
        description = {
            "Tells how well standard deviations foretell errors, where the clean image is known.",
            "Prints their rank correlation over all pixels of a channel (1: the larger the deviation,"
                    + " the larger the error; 0: no relation), and the root mean square of both."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  noise2clean denoise --model vae.zip --uncertainty samples --output maps.tif noisy.tif",
            "  noise2clean check-uncertainty --clean clean.tif maps.tif"
        })
final class CheckUncertaintyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--clean",
            required = true,
            paramLabel = "FILE",
            description = "What the noisy image shows, without its noise.")
    private Path clean;

    @Parameters(
            paramLabel = "MAPS",
            description = "What denoise --uncertainty spread or samples has written.")
    private Path maps;

    CheckUncertaintyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        AxisImage truth = ImagePluses.view(ImageFiles.open(clean));
        List<AxisImage> found = maps((int) truth.size(Axis.CHANNEL));
        List<AxisImage> channels = truth.channels();
        for (int c = 0; c < channels.size(); c++)
            terminal.out()
                    .println(
                            (channels.size() > 1 ? "channel " + (c + 1) + "  " : "")
                                    + line(
                                            ErrorForecast.of(
                                                    channels.get(c),
                                                    found.get(0).channels().get(c),
                                                    found.get(1).channels().get(c))));
        return ExitCode.OK;
    }

    /** The means, the standard deviations, and samples if there are any. */
    private List<AxisImage> maps(int channels) throws IOException {
        ImagePlus image = ImageFiles.open(maps);
        int each = image.getNChannels() / channels;
        if (each < 2 || image.getNChannels() % channels != 0)
            throw new IOException(
                    maps
                            + " has no mean and standard deviation for each channel of "
                            + clean
                            + ": write it by denoise --uncertainty spread or samples.");
        return ImagePluses.view(image).dealt(each);
    }

    private static String line(ErrorForecast forecast) {
        return Texts.format(
                "rank correlation %.3f  error %.4g  deviation %.4g",
                forecast.rankCorrelation(), forecast.error(), forecast.deviation());
    }
}
