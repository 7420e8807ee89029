package io.github.noise2clean.cli;

import io.github.noise2clean.model.ModelLibrary;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code noise2clean models}. */
@Command(
        name = "models",
        description = "Lists the bundled models: their names, which --model takes, and their use.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  noise2clean models"})
final class ModelsCommand implements Callable<Integer> {

    private final Terminal terminal;

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> models = ModelLibrary.BUNDLED.descriptions();
        if (models.isEmpty()) terminal.err().println("No models are bundled with this program.");
        models.forEach(
                (name, description) ->
                        terminal.out().println(Texts.format("%-28s%s", name, description)));
        return ExitCode.OK;
    }
}
