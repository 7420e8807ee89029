package io.github.noise2clean.command;

import ij.IJ;
import ij.text.TextWindow;
import io.github.noise2clean.engine.EngineReport;
import java.awt.GraphicsEnvironment;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Tells whether PyTorch runs on this machine, in a window to copy from; without one, in the log.
 */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Engine", weight = 7)
        })
public final class Engine extends ContextCommand {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 400;

    @Parameter(type = ItemIO.OUTPUT, label = "Report", persist = false)
    private String report;

    @Override
    public void run() {
        report = EngineReport.now().text();
        if (GraphicsEnvironment.isHeadless()) IJ.log(report);
        else new TextWindow("Noise2Clean Engine", report, WIDTH, HEIGHT);
    }
}
