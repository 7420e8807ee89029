package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.Selections;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.ComparisonListener;
import io.github.noise2clean.metric.ComparisonTable;
import io.github.noise2clean.metric.FourierRingCorrelation;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.ImagePair;
import io.github.noise2clean.metric.Metrics;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import io.github.noise2clean.monitor.RingPlot;
import net.imglib2.Interval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares a test image with its reference. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Compute SSIM", weight = 3)
        })
public final class ComputeSsim extends ExplainedCommand {

    @Parameter(
            label = "Reference image",
            description = "Where it has a selection, only its bounding box is compared.",
            persist = false,
            required = false)
    private ImagePlus reference;

    @Parameter(
            label = "Test image",
            description = "What is judged, such as a denoised image, of the reference's size.",
            persist = false,
            required = false)
    private ImagePlus test;

    @Parameter(
            label = "Definition",
            description =
                    "skimage: scikit-image's, a uniform window of 7 pixels. wang: a Gaussian window of 11,"
                            + " as first published.",
            choices = {"skimage", "wang"},
            persist = false)
    private String definition = "skimage";

    @Parameter(
            label = "Data range (0 = automatic)",
            description =
                    "The span of possible grey values. Automatic: 255 for 8-bit and RGB images,"
                            + " the reference's own span for others.",
            min = "0",
            persist = false)
    private double range = 0;

    @Parameter(
            label = "Compare volumes",
            description = "With a window in three dimensions instead of plane by plane.",
            persist = false)
    private boolean volume = false;

    @Parameter(
            label = "Show the SSIM map",
            description = "An image of the similarity around every pixel.",
            persist = false)
    private boolean map = false;

    @Parameter(
            label = "Match intensities",
            description =
                    "Fits the test image's grey values to the reference's first, by one line for all"
                            + " that is compared (least squares), for images scaled otherwise.",
            persist = false)
    private boolean matched = false;

    @Parameter(
            label = "MS-SSIM",
            description = "Over five scales; needs 112 pixels along each axis, or Wang's 176.",
            persist = false)
    private boolean multiscale = false;

    @Parameter(
            label = "Fourier ring correlation",
            description =
                    "The resolution of two images of one thing, each with noise of its own, by the"
                            + " threshold 1/7, with a plot.",
            persist = false)
    private boolean frc = false;

    @Parameter(type = ItemIO.OUTPUT, label = "SSIM", persist = false)
    private double ssim;

    @Parameter(type = ItemIO.OUTPUT, label = "PSNR", persist = false)
    private double psnr;

    @Parameter(type = ItemIO.OUTPUT, label = "NRMSE", persist = false)
    private double nrmse;

    @Parameter(type = ItemIO.OUTPUT, label = "MS-SSIM", persist = false)
    private double msssim = Double.NaN;

    @Parameter(type = ItemIO.OUTPUT, label = "Resolution (pixels)", persist = false)
    private double resolution = Double.NaN;

    @Parameter(type = ItemIO.OUTPUT, label = "SSIM map", persist = false)
    private ImagePlus ssimmap;

    public ComputeSsim() {
        super(HelpPage.COMPARE);
    }

    @Override
    public void run() {
        Guard.run(this, this::compare);
    }

    private void compare() {
        Values.image(reference, "There is no reference image: open it, or give its title.");
        Values.image(test, "There is no test image: open it, or give its title.");
        try (StatusBar bar = StatusBar.open(this, "Comparing")) {
            compare(new ComparisonStatus(bar, StopRequest.of(this)));
        }
    }

    private void compare(ComparisonListener listener) {
        Interval box = Selections.box(reference);
        ImageComparison images =
                new ImageComparison(measure(), ComparedPart.of(reference, volume), listener);
        ImagePair pair = pair(box);
        ComparisonTable table =
                new Metrics(images, multiscale, frc)
                        .measure(pair)
                        .calibrated(reference.getCalibration());
        publish(table);
        if (map) ssimmap = ResultImages.publish(image(images.map(pair), box));
    }

    private Ssim measure() {
        return new Ssim(SsimDefinition.parse(Values.text(definition)), dataRange());
    }

    private double dataRange() {
        return range == 0 ? ImagePluses.dataRange(reference).width() : range;
    }

    private ImagePair pair(Interval box) {
        return matched
                ? ImagePair.of(reference, test).within(box).matched()
                : ImagePair.ofSameGreyValues(reference, test).within(box);
    }

    private void publish(ComparisonTable table) {
        ssim = table.whole("SSIM");
        psnr = table.whole("PSNR");
        nrmse = table.whole("NRMSE");
        msssim = table.whole("MS-SSIM");
        resolution = table.whole("FRC");
        new SsimTable(reference, test).append(table);
        if (frc)
            new RingPlot(FourierRingCorrelation.together(table.rings()))
                    .show("Fourier ring correlation of " + test.getTitle());
    }

    /** Like the reference, with NaN outside the box. */
    private ImagePlus image(AxisImage similarities, Interval box) {
        ImagePlus image = ImagePluses.blankCopy(reference, true);
        AxisImage pixels = ImagePluses.view(image);
        for (FloatType pixel : pixels.pixels()) pixel.set(Float.NaN);
        ImgUtil.copy(similarities.pixels(), pixels.within(box).pixels());
        image.setTitle(ResultImages.title(test, "ssim"));
        image.setDisplayRange(0, 1);
        return image;
    }
}
