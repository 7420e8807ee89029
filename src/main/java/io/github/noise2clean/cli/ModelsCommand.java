package io.github.noise2clean.cli;

import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ListedModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code noise2clean models}. */
@Command(
        name = "models",
        description =
                "Lists the models that --model takes by their names: bundled ones, those in Fiji's"
                        + " folder models/noise2clean, and your own, which 'import' adds. 'info NAME'"
                        + " tells more of each.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Examples:", "  noise2clean models", "  noise2clean models --delete nuclei"})
final class ModelsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;

    @Option(names = "--delete", paramLabel = "NAME", description = "Delete a model of your own.")
    private Optional<String> deleted = Optional.empty();

    ModelsCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        if (deleted.isPresent()) delete(deleted.get().strip());
        else list();
        return ExitCode.OK;
    }

    private void delete(String name) throws IOException {
        models.own().delete(name);
        terminal.out().println("deleted " + name);
    }

    private void list() {
        List<ListedModel> list = models.list();
        if (list.isEmpty()) terminal.err().println("There are no models.");
        for (ListedModel model : list) terminal.out().println(model);
    }
}
