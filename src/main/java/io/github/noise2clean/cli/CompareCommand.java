package io.github.noise2clean.cli;

import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.monitor.FilterComparison;
import io.github.noise2clean.monitor.LossCurve;
import io.github.noise2clean.monitor.Pngs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code noise2clean compare}. */
@Command(
        name = "compare",
        description = {
            "Sets a denoised image beside classical filters, where the clean image is known.",
            "Prints PSNR and SSIM of the noisy image, a 3x3 median, the best Gaussian blur and the"
                    + " denoised image, and draws montage.png and, of a model, loss.png."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  noise2clean compare --clean clean.tif --noisy noisy.tif --denoised denoised.tif \\",
            "                      --model model.zip --output report"
        })
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--clean", required = true, paramLabel = "FILE", description = "The truth.")
    private Path clean;

    @Option(
            names = "--noisy",
            required = true,
            paramLabel = "FILE",
            description = "Its noisy image.")
    private Path noisy;

    @Option(
            names = "--denoised",
            required = true,
            paramLabel = "FILE",
            description = "What a model made of the noisy image.")
    private Path denoised;

    @Option(
            names = "--model",
            paramLabel = "MODEL.zip",
            description = "The model, to draw the losses of its training.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the pictures; it is made where it is missing.")
    private Path output;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        FilterComparison comparison =
                FilterComparison.of(
                        ImageFiles.open(clean), ImageFiles.open(noisy), ImageFiles.open(denoised));
        comparison.entries().forEach(entry -> terminal.out().println(entry.line()));
        Pngs.write(comparison.montage().draw(), output.resolve("montage.png"));
        if (model.isPresent()) drawLosses(ModelFile.read(model.get()).card().history());
        return ExitCode.OK;
    }

    private void drawLosses(List<Epoch> history) throws IOException {
        LossCurve curve =
                new LossCurve(
                        history.stream().mapToDouble(Epoch::trainingLoss).toArray(),
                        history.stream().mapToDouble(Epoch::validationLoss).toArray());
        Pngs.write(curve.draw(), output.resolve("loss.png"));
    }
}
