package io.github.noise2clean.command;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import org.scijava.command.ContextCommand;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;
import org.scijava.widget.Button;

/** A command whose dialog has a button that opens the page about it. */
abstract class ExplainedCommand extends ContextCommand {

    @Parameter(
            label = "Help",
            description = "Opens the page about this command in the browser.",
            callback = "showHelp",
            persist = false,
            required = false)
    private Button help;

    private final HelpPage page;

    ExplainedCommand(HelpPage page) {
        this.page = page;
    }

    /** Called by the button, on the event thread; a browser may keep the caller waiting. */
    final void showHelp() {
        if (GraphicsEnvironment.isHeadless()) return;
        getContext().service(ThreadService.class).run(this::openPage);
    }

    private void openPage() {
        try {
            getContext().service(PlatformService.class).open(page.url());
        } catch (IOException e) {
            IJ.log("No browser could be opened. The page is " + page.url());
        }
    }
}
