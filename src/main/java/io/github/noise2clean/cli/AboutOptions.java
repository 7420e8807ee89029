package io.github.noise2clean.cli;

import io.github.noise2clean.model.About;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is said of a model to those who get it. */
final class AboutOptions {

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            description = "What the model is for, in a sentence.")
    private Optional<String> description = Optional.empty();

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who made the model; may be given several times.")
    private List<String> authors = List.of();

    @Option(
            names = "--licence",
            paramLabel = "ID",
            description = "The licence of the model by its SPDX identifier, such as CC-BY-4.0.")
    private Optional<String> licence = Optional.empty();

    About about() {
        return new About(description, authors, licence, List.of(), Optional.empty());
    }
}
