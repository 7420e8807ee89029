package io.github.noise2clean.command;

import ij.IJ;
import ij.text.TextWindow;
import io.github.noise2clean.cuda.FetchChoice;
import io.github.noise2clean.engine.EngineReport;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Fetches PyTorch for CUDA where the user wants it, and tells whether PyTorch runs on this machine,
 * in a window to copy from; without one, in the log. The names of its fields are the keys of
 * macros.
 */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Engine", weight = 7)
        })
public final class Engine extends ExplainedCommand {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 400;

    @Parameter(
            label = "Fetch",
            description =
                    "nothing: no network is asked. size: how large PyTorch's natives for NVIDIA GPUs"
                            + " are, and whether the driver would take them. cuda: download them, some"
                            + " gigabytes; Esc stops, and the next time goes on.",
            choices = {"nothing", "size", "cuda"},
            persist = false)
    private String fetch = "nothing";

    @Parameter(type = ItemIO.OUTPUT, label = "Report", persist = false)
    private String report;

    public Engine() {
        super(HelpPage.ENGINE);
    }

    @Override
    public void run() {
        Guard.run(this, this::work);
    }

    private void work() throws IOException {
        report =
                Stream.concat(fetched().stream(), Stream.of(EngineReport.now().text()))
                        .collect(Collectors.joining("\n\n"));
        if (GraphicsEnvironment.isHeadless()) IJ.log(report);
        else new TextWindow("Noise2Clean Engine", report, WIDTH, HEIGHT);
    }

    private Optional<String> fetched() throws IOException {
        try (StatusBar bar = StatusBar.open(this, "Fetching PyTorch")) {
            return FetchChoice.parse(Values.text(fetch))
                    .carryOut(new FetchStatus(bar, StopRequest.of(this)));
        }
    }
}
