package io.github.noise2clean.cli;

import ij.ImagePlus;
import io.github.noise2clean.dataset.Alignment;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.Column;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.ComparisonTable;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.ImagePair;
import io.github.noise2clean.metric.Metrics;
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
            "For stacks, the SSIM is the mean of all planes, and a line before it, 'sd', the standard"
                    + " deviation over them.",
            "Of two folders, the images are matched in the order of their names; the last line is"
                    + " the mean of all, the one before it their standard deviation.",
            "The images must be of one type, or one of them of 32 bits. Selections that are stored"
                    + " in them do not count."
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
            names = "--align",
            description =
                    "Move the reference to where the test image lies first, by up to 16 pixels, and"
                            + " crop both to what they share; --map and --csv are of that.")
    private boolean align;

    @Option(
            names = "--match-intensities",
            description =
                    "Fit the test image's grey values to the reference's first, by one line for the"
                            + " whole image (least squares), for images that were scaled otherwise;"
                            + " their types may differ then.")
    private boolean matched;

    @Option(
            names = "--ms-ssim",
            description =
                    "Add MS-SSIM, over five scales, for images of at least 112 pixels along each axis"
                            + " (wang: 176).")
    private boolean multiScale;

    @Option(
            names = "--frc",
            description =
                    "Add the resolution by Fourier ring correlation and the threshold 1/7, in pixels"
                            + " and, of two files, in the reference's unit; NaN where there is none."
                            + " For two images of one thing, each with noise of its own.")
    private boolean rings;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "Write the SSIM around every pixel as a 32-bit .tif; with --volume in 3-D.")
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
        Opened opened = open(referenceFile, testFile);
        ImagePlus reference = opened.reference();
        ImagePair pair = pair(opened);
        ImageComparison images = images(reference);
        ComparisonTable table =
                metrics(images).measure(pair).calibrated(reference.getCalibration());
        if (csv.isPresent()) write(Texts.csv(table), csv.get());
        if (map.isPresent()) save(images.map(pair), reference, map.get());
        summarize("", table.columns());
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
        List<ComparisonTable> tables = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            tables.add(table(references.get(i), tests.get(i)));
            String numbers = Texts.numbers(tables.get(i).columns(), Column::whole);
            terminal.out().println(tests.get(i).getFileName() + "  " + numbers);
        }
        summarize("mean  ", ComparisonTable.columnsOfImages(tables));
    }

    private void summarize(String label, List<Column> columns) {
        if (columns.get(0).parts().size() > 1)
            terminal.out().println("sd    " + Texts.numbers(columns, Column::deviation));
        terminal.out().println(label + Texts.numbers(columns, Column::whole));
    }

    private ComparisonTable table(Path referenceFile, Path testFile) throws IOException {
        Opened opened = open(referenceFile, testFile);
        return metrics(images(opened.reference())).measure(pair(opened));
    }

    private record Opened(ImagePlus reference, ImagePlus test) {}

    private Opened open(Path referenceFile, Path testFile) throws IOException {
        ImagePlus reference = ImageFiles.open(referenceFile);
        ImagePlus test = ImageFiles.open(testFile);
        if (!align) return new Opened(reference, test);
        Translation move = Alignment.of(ImagePair.of(reference, test));
        return new Opened(move.moved(reference), move.covered(test));
    }

    private ImagePair pair(Opened images) {
        return matched
                ? ImagePair.of(images.reference(), images.test()).matched()
                : ImagePair.ofSameGreyValues(images.reference(), images.test());
    }

    private Metrics metrics(ImageComparison images) {
        return new Metrics(images, multiScale, rings);
    }

    private ImageComparison images(ImagePlus reference) {
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
