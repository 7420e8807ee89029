package io.github.noise2clean.library;

import io.github.noise2clean.foreign.BareNetwork;
import io.github.noise2clean.foreign.BareSettings;
import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.foreign.ForeignPackage;
import io.github.noise2clean.foreign.Trial;
import io.github.noise2clean.foreign.Trust;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model one of the user's own, after it has been run once.
 *
 * @param wanted the name it shall have; otherwise it is made of the model's own
 * @param trusted whether TorchScript may be run, which is a program that can do anything
 */
public record ModelImport(InstalledModels models, Optional<String> wanted, boolean trusted) {

    private static final List<String> RESERVED = List.of("auto", "file");

    /**
     * What was imported.
     *
     * @param name by which it is opened
     * @param notes for the user
     */
    public record Imported(String name, List<String> notes) {}

    /**
     * A network in a file by itself, a package of bioimage.io, as a zip or a folder, or a model
     * file of this program.
     *
     * @param said of a network in a file by itself
     * @throws IllegalArgumentException with a sentence, if the name is taken or cannot be one
     * @throws IOException with a sentence, if the model cannot be used or does not make of its test
     *     image what its makers say
     */
    public Imported of(Path path, BareSettings said) throws IOException {
        if (BareNetwork.isAt(path)) return of(said.network(path));
        said.requireNone();
        return of(path);
    }

    private Imported of(Path path) throws IOException {
        if (ForeignPackage.isAt(path)) {
            ForeignPackage found = ForeignPackage.read(path, trust());
            return add(found, name(found.model().name()));
        }
        TrainedModel own = ModelFile.read(path);
        String name = name(own.name());
        models.own().add(name, path);
        return new Imported(name, List.of());
    }

    private Imported of(BareNetwork network) throws IOException {
        String file = network.file().getFileName().toString();
        String name = name(file.replaceFirst("\\.[^.]*$", ""));
        return add(network.asPackage(name, trust()), name);
    }

    private Imported add(ForeignPackage found, String name) throws IOException {
        Trial trial = Trial.of(found.model());
        if (!trial.isPassed())
            throw new IOException(
                    "The model %s was not imported. %s".formatted(name, trial.sentence()));
        if (trusted && found.model().isProgram()) models.own().addTrusted(found.model().sha256());
        models.own().add(name, found.files());
        return new Imported(name, notes(found.model(), trial));
    }

    private static List<String> notes(ForeignModel model, Trial trial) {
        return model.haloNote()
                .map(note -> List.of(trial.sentence(), note))
                .orElseGet(() -> List.of(trial.sentence()));
    }

    private Trust trust() throws IOException {
        return trusted ? Trust.ALL : models.own().trust();
    }

    private String name(String own) {
        String name = wanted.map(String::strip).orElseGet(() -> ModelFolder.nameOf(own));
        if (!ModelFolder.isName(name) || RESERVED.contains(name))
            throw new IllegalArgumentException(
                    "A model cannot be named '%s': choose a name of a-z, 0-9, - and _."
                            .formatted(name));
        if (models.names().contains(name))
            throw new IllegalArgumentException(
                    "There is a model %s already: choose another name.".formatted(name));
        return name;
    }
}
