package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import net.imglib2.util.ImgUtil;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
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
public final class ComputeSsim extends ContextCommand {

    @Parameter(label = "Reference image", persist = false, required = false)
    private ImagePlus reference;

    @Parameter(label = "Test image", persist = false, required = false)
    private ImagePlus test;

    @Parameter(
            label = "Definition",
            description = "scikit-image's uniform window of 7, or Wang's Gaussian window of 11.",
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

    @Parameter(label = "Show the SSIM map", persist = false)
    private boolean map = false;

    @Parameter(type = ItemIO.OUTPUT, label = "SSIM", persist = false)
    private double ssim;

    @Parameter(type = ItemIO.OUTPUT, label = "PSNR", persist = false)
    private double psnr;

    @Parameter(type = ItemIO.OUTPUT, label = "NRMSE", persist = false)
    private double nrmse;

    @Parameter(type = ItemIO.OUTPUT, label = "SSIM map", persist = false)
    private ImagePlus ssimmap;

    @Override
    public void run() {
        Guard.run(this, this::compare);
    }

    private void compare() {
        Values.image(reference, "There is no reference image: open it, or give its title.");
        Values.image(test, "There is no test image: open it, or give its title.");
        ImageComparison comparison =
                new ImageComparison(measure(), ComparedPart.of(reference, volume));
        AxisImage expected = ImagePluses.view(reference);
        AxisImage actual = ImagePluses.view(test);
        Comparison result = comparison.compare(expected, actual);
        ssim = result.whole().ssim();
        psnr = result.whole().psnr();
        nrmse = result.whole().nrmse();
        new SsimTable(reference, test).append(result);
        if (map) ssimmap = ResultImages.publish(image(comparison.map(expected, actual)));
    }

    private Ssim measure() {
        return new Ssim(SsimDefinition.parse(Values.text(definition)), dataRange());
    }

    private double dataRange() {
        return range == 0 ? ImagePluses.dataRange(reference).width() : range;
    }

    private ImagePlus image(AxisImage similarities) {
        ImagePlus image = ImagePluses.blankCopy(reference, true);
        ImgUtil.copy(similarities.pixels(), ImagePluses.view(image).pixels());
        image.setTitle(ResultImages.title(test, "ssim"));
        image.setDisplayRange(0, 1);
        return image;
    }
}
