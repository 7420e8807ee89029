package io.github.noise2clean.cli;

import ij.ImagePlus;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.IntensityMatch;
import io.github.noise2clean.metric.Quality;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.imglib2.util.ImgUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean ssim}. */
@Command(
        name = "ssim",
        description = {
            "Compares an image with its reference: SSIM, PSNR in dB, and NRMSE.",
            "For stacks, the SSIM is the mean of all planes.",
            "Of two folders, the images are matched in the order of their names; the last line is"
                    + " the mean of all."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  noise2clean ssim --definition wang --csv planes.csv clean.tif denoised.tif"
        })
final class SsimCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--definition",
            paramLabel = "D",
            defaultValue = "skimage",
            description =
                    "skimage (uniform window of 7 pixels) or wang (Gaussian window of 11; default:"
                            + " ${DEFAULT-VALUE}).")
    private SsimDefinition definition;

    @Option(
            names = "--data-range",
            paramLabel = "R",
            description =
                    "The span of the grey values that are possible. Default: 255 for 8-bit and RGB"
                            + " images, the span of the reference's pixels for others.")
    private Optional<Double> dataRange = Optional.empty();

    @Option(names = "--volume", description = "Compare volumes, with a window in X, Y and Z.")
    private boolean volume;

    @Option(
            names = "--match-intensities",
            description =
                    "Fit the test image's grey values to the reference's first, by least squares, for"
                            + " images that were scaled otherwise.")
    private boolean matched;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "Write the SSIM around every pixel as a 32-bit .tif.")
    private Optional<Path> map = Optional.empty();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the numbers of every plane as a table.")
    private Optional<Path> csv = Optional.empty();

    @Parameters(
            index = "0",
            paramLabel = "REFERENCE",
            description = "The image to compare with, or a folder.")
    private Path referenceFile;

    @Parameters(index = "1", paramLabel = "TEST", description = "The image to judge, or a folder.")
    private Path testFile;

    SsimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.isDirectory(referenceFile) && Files.isDirectory(testFile)) compareFolders();
        else compareFiles();
        return ExitCode.OK;
    }

    private void compareFiles() throws IOException {
        ImagePlus reference = ImageFiles.open(referenceFile);
        AxisImage expected = ImagePluses.view(reference);
        AxisImage actual = judged(expected, testFile);
        ImageComparison images = comparison(reference);
        Comparison comparison = images.compare(expected, actual);
        if (csv.isPresent()) write(Texts.csv(comparison), csv.get());
        if (map.isPresent()) save(images.map(expected, actual), reference, map.get());
        terminal.out().println(Texts.quality(comparison.whole()));
    }

    private void compareFolders() throws IOException {
        if (map.isPresent() || csv.isPresent())
            throw new IllegalArgumentException("--map and --csv need two images, not folders.");
        List<Path> references = ImageFiles.list(referenceFile);
        List<Path> tests = ImageFiles.list(testFile);
        if (references.size() != tests.size())
            throw new IllegalArgumentException(
                    "The folders hold %d and %d images: each needs its reference."
                            .formatted(references.size(), tests.size()));
        List<Quality> qualities = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            qualities.add(quality(references.get(i), tests.get(i)));
            terminal.out()
                    .println(tests.get(i).getFileName() + "  " + Texts.quality(qualities.get(i)));
        }
        terminal.out().println("mean  " + Texts.quality(Quality.mean(qualities)));
    }

    private Quality quality(Path referenceFile, Path testFile) throws IOException {
        ImagePlus reference = ImageFiles.open(referenceFile);
        AxisImage expected = ImagePluses.view(reference);
        return comparison(reference).compare(expected, judged(expected, testFile)).whole();
    }

    private AxisImage judged(AxisImage reference, Path testFile) throws IOException {
        AxisImage test = ImagePluses.view(ImageFiles.open(testFile));
        return matched ? IntensityMatch.of(reference, test).applyTo(test) : test;
    }

    private ImageComparison comparison(ImagePlus reference) {
        double range = dataRange.orElseGet(() -> ImagePluses.dataRange(reference).width());
        return new ImageComparison(new Ssim(definition, range), ComparedPart.of(reference, volume));
    }

    private static void write(String table, Path file) throws IOException {
        AtomicFiles.write(file, unfinished -> Files.writeString(unfinished, table));
    }

    private static void save(AxisImage ssim, ImagePlus reference, Path file) throws IOException {
        ImagePlus image = ImagePluses.blankCopy(reference, true);
        ImgUtil.copy(ssim.pixels(), ImagePluses.view(image).pixels());
        image.setDisplayRange(0, 1);
        ImageFiles.save(image, file);
    }
}
