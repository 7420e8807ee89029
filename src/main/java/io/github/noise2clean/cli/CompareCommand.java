package io.github.noise2clean.cli;

import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.monitor.FilterComparison;
import io.github.noise2clean.monitor.LossCurve;
import io.github.noise2clean.monitor.Pngs;
import io.github.noise2clean.monitor.Smoothing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                    + " denoised image, and draws montage.png and, of a model, loss.png. Of"
                    + " folders, prints the means and draws a montage for each image."
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

    @Option(
            names = "--clean",
            required = true,
            paramLabel = "PATH",
            description = "The truth: an image, or a folder.")
    private Path clean;

    @Option(
            names = "--noisy",
            required = true,
            paramLabel = "PATH",
            description = "Its noisy image.")
    private Path noisy;

    @Option(
            names = "--denoised",
            required = true,
            paramLabel = "PATH",
            description = "What a model made of the noisy image.")
    private Path denoised;

    @Option(
            names = "--align",
            description =
                    "Move the clean image to where the noisy one lies first, by up to 16 pixels, and"
                            + " crop all to what they share.")
    private boolean align;

    @Option(
            names = "--match-intensities",
            description =
                    "Fit the grey values of each version to the clean ones first, by least squares,"
                            + " for images that were scaled otherwise.")
    private boolean matched;

    @Option(
            names = "--volumes",
            description = "Filter volumes: a 3x3x3 median, and a Gaussian in three dimensions.")
    private boolean volumes;

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
        if (Files.isDirectory(clean)) compareFolders();
        else compareImages();
        if (model.isPresent()) drawLosses(ModelFile.read(model.get()).card().history());
        return ExitCode.OK;
    }

    private void compareImages() throws IOException {
        FilterComparison comparison = comparison(clean, noisy, denoised);
        comparison.entries().forEach(entry -> terminal.out().println(entry.line()));
        Pngs.write(comparison.montage().draw(), output.resolve("montage.png"));
    }

    private void compareFolders() throws IOException {
        List<Path> truths = ImageFiles.list(clean);
        List<Path> noisyOnes = ImageFiles.list(noisy);
        List<Path> results = ImageFiles.list(denoised);
        if (noisyOnes.size() != truths.size() || results.size() != truths.size())
            throw new IllegalArgumentException(
                    "The folders hold %d clean, %d noisy and %d denoised images: each clean image"
                                    .formatted(truths.size(), noisyOnes.size(), results.size())
                            + " needs one of the others.");
        List<FilterComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            FilterComparison comparison =
                    comparison(truths.get(i), noisyOnes.get(i), results.get(i));
            String name = truths.get(i).getFileName().toString().replaceFirst("\\.[^.]*$", "");
            Pngs.write(comparison.montage().draw(), output.resolve(name + ".png"));
            comparisons.add(comparison);
        }
        FilterComparison.means(comparisons).forEach(mean -> terminal.out().println(mean.line()));
    }

    private FilterComparison comparison(Path truth, Path noisyOne, Path result) throws IOException {
        FilterComparison.Case images =
                new FilterComparison.Case(
                        ImageFiles.open(truth), ImageFiles.open(noisyOne), ImageFiles.open(result));
        return FilterComparison.of(
                align ? images.aligned() : images,
                volumes ? Smoothing.VOLUMES : Smoothing.PLANES,
                matched);
    }

    private void drawLosses(List<Epoch> history) throws IOException {
        LossCurve curve =
                new LossCurve(
                        history.stream().mapToDouble(Epoch::trainingLoss).toArray(),
                        history.stream().mapToDouble(Epoch::validationLoss).toArray());
        Pngs.write(curve.draw(), output.resolve("loss.png"));
    }
}
