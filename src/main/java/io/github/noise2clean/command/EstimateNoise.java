package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.image.Cameras;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.monitor.MeanVariancePlot;
import io.github.noise2clean.noise.CameraNoise;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the camera in its noisy image. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Estimate Noise", weight = 6)
        })
public final class EstimateNoise extends ExplainedCommand {

    @Parameter(
            label = "Noisy image",
            description = "As the camera took it: all its planes are looked at.",
            persist = false,
            required = false)
    private ImagePlus input;

    @Parameter(
            label = "Show the plot",
            description = "The variance of the noise over the brightness.",
            persist = false)
    private boolean plot = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Gain", persist = false)
    private double gain;

    @Parameter(type = ItemIO.OUTPUT, label = "Offset", persist = false)
    private double offset;

    @Parameter(type = ItemIO.OUTPUT, label = "Read noise", persist = false)
    private double readnoise;

    @Parameter(type = ItemIO.OUTPUT, label = "Noise to add", persist = false)
    private String noise;

    public EstimateNoise() {
        super(HelpPage.CAMERA);
    }

    @Override
    public void run() {
        Guard.run(this, this::estimate);
    }

    private void estimate() {
        Values.image(input, "There is no noisy image: open it, or give its title.");
        List<CameraEstimate> channels = cameras();
        publish(channels.get(0).camera().rounded());
        new CameraTable(input).append(channels);
        if (plot) new MeanVariancePlot(channels).show("Noise of " + input.getTitle());
    }

    /** Of a sample of the pixels, so that there is nothing to wait for but the file. */
    private List<CameraEstimate> cameras() {
        try (StatusBar bar = StatusBar.open(this, "Estimating noise")) {
            bar.show(0, "Estimating noise");
            return Cameras.perChannel(List.of(PlaneStack.of(input, PlaneCache.ofHeap())));
        }
    }

    /** Of several channels the first; the table has all. */
    private void publish(Camera camera) {
        gain = camera.gain();
        offset = camera.offset();
        readnoise = camera.readNoise();
        noise = new CameraNoise(camera).toString();
    }
}
