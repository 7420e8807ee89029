package io.github.noise2clean.cli;

import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.image.Cameras;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.monitor.MeanVariancePlot;
import io.github.noise2clean.monitor.Pngs;
import io.github.noise2clean.noise.CameraNoise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean estimate-noise}. */
@Command(
        name = "estimate-noise",
        description = {
            "Finds gain, offset and read noise of the camera in its noisy images.",
            "Prints them for each channel, and the noise that train --noise takes. The images, and"
                    + " all their planes, must come from one camera with one setting, unscaled,"
                    + " unsmoothed and without lossy compression."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean estimate-noise noisy.tif",
            "  noise2clean estimate-noise --plot noise.png day1 day2"
        })
final class EstimateNoiseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--plot",
            paramLabel = "FILE.png",
            description = "Draws the variance of the noise over the brightness.")
    private Optional<Path> plot = Optional.empty();

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Noisy images: files, and folders of files.")
    private List<Path> images;

    EstimateNoiseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        List<CameraEstimate> channels =
                Cameras.perChannel(ImageFiles.openOnDemand(images, PlaneCache.ofHeap()));
        for (int i = 0; i < channels.size(); i++)
            terminal.out()
                    .println(
                            (channels.size() > 1 ? "channel " + (i + 1) + "  " : "")
                                    + line(channels.get(i).camera().rounded()));
        if (plot.isPresent()) Pngs.write(new MeanVariancePlot(channels).draw(), plot.get());
        return ExitCode.OK;
    }

    private static String line(Camera camera) {
        return "gain %s  offset %s  read noise %s  --noise %s"
                .formatted(
                        camera.gain(),
                        camera.offset(),
                        camera.readNoise(),
                        new CameraNoise(camera));
    }
}
