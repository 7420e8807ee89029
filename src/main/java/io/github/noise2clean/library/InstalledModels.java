package io.github.noise2clean.library;

import io.github.noise2clean.foreign.BareNetwork;
import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.foreign.ForeignPackage;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All models at hand by name: the bundled ones, those in Fiji's folder, and the user's own. Where
 * two have one name, the former wins.
 */
public record InstalledModels(ModelLibrary bundled, List<ModelFolder> fiji, OwnModels own) {

    public InstalledModels {
        fiji = List.copyOf(fiji);
    }

    /** Of this user on this machine. */
    public static InstalledModels found() {
        return new InstalledModels(
                ModelLibrary.BUNDLED,
                ModelFolder.ofFiji().toList(),
                new OwnModels(ModelFolder.ofUser()));
    }

    /** In the order in which users should see them. */
    public List<String> names() {
        return List.copyOf(origins().keySet());
    }

    /**
     * The model of that name, or else in that file or folder; {@code ./NAME} is a file in any case.
     *
     * @throws IOException with a sentence, if there is neither, or the file cannot be used
     */
    public DenoisingModel open(String nameOrFile) throws IOException {
        String name = nameOrFile.strip();
        Optional<Path> file = file(name);
        if (file.isEmpty()) return bundled.open(name);
        if (BareNetwork.isAt(file.get()))
            throw new IOException(
                    file.get() + " is a network without a description: import it first.");
        return ForeignPackage.isAt(file.get())
                ? ForeignPackage.read(file.get(), own.trust()).model()
                : ModelFile.read(file.get());
    }

    /**
     * The same of a model that this program has trained.
     *
     * @param what only such a model can do, such as "be exported"
     * @throws IOException with a sentence, if it is one of another program as well
     */
    public TrainedModel openTrained(String nameOrFile, String what) throws IOException {
        if (open(nameOrFile) instanceof TrainedModel trained) return trained;
        throw new IOException(
                "The model %s is of another program: only models of this one can %s."
                        .formatted(nameOrFile.strip(), what));
    }

    /**
     * What is known of a model, for people: of a bundled one first what it is for, its figures and
     * limits, as Markdown.
     *
     * @throws IOException as {@link #open} does
     */
    public String about(String nameOrFile) throws IOException {
        String card = ModelText.of(open(nameOrFile));
        return bundled.documentation(nameOrFile)
                .map(documentation -> documentation.strip() + "\n\n" + card)
                .orElse(card);
    }

    /** All of them, also those whose files are damaged. */
    public List<ListedModel> list() {
        List<ListedModel> list = new ArrayList<>();
        origins().forEach((name, origin) -> list.add(listed(name, origin)));
        return list;
    }

    private ListedModel listed(String name, Origin origin) {
        try {
            DenoisingModel model = open(name);
            return new ListedModel(name, origin, description(name, model), Optional.of(model));
        } catch (IOException | RuntimeException e) {
            return new ListedModel(name, origin, "damaged: " + e.getMessage(), Optional.empty());
        }
    }

    private String description(String name, DenoisingModel model) {
        if (model instanceof ForeignModel foreign) return foreign.label().description();
        String own =
                model instanceof TrainedModel trained
                        ? trained.card().about().description().orElse(model.name())
                        : model.name();
        return bundled.descriptions().getOrDefault(name, own);
    }

    private Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        bundled.names().forEach(name -> origins.put(name, Origin.BUNDLED));
        for (ModelFolder folder : fiji)
            folder.names().forEach(name -> origins.putIfAbsent(name, Origin.FIJI));
        own.models().names().forEach(name -> origins.putIfAbsent(name, Origin.OWN));
        return origins;
    }

    /** Where a model is; empty for a bundled one, and where there is nothing of that name. */
    public Optional<Path> file(String nameOrFile) {
        String name = nameOrFile.strip();
        if (bundled.names().contains(name)) return Optional.empty();
        for (ModelFolder folder : fiji)
            if (folder.names().contains(name)) return Optional.of(folder.file(name));
        if (own.models().names().contains(name)) return Optional.of(own.models().file(name));
        return Optional.of(Path.of(name)).filter(InstalledModels::isModel);
    }

    private static boolean isModel(Path path) {
        if (!Files.isDirectory(path)) return Files.isRegularFile(path);
        try {
            return ForeignPackage.isAt(path);
        } catch (IOException e) {
            return false;
        }
    }
}
