package io.github.noise2clean.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the metadata of an image that is like another. */
final class NewImage {

    private static final String GROUP = ".zgroup";

    /** What would not be true of it: none of the images beside another are copied. */
    private static final Set<String> LEFT_OUT = Set.of("labels", "image-label");

    private final Path folder;
    private final OmeZarr like;

    private NewImage(Path folder, OmeZarr like) {
        this.folder = folder;
        this.like = like;
    }

    /**
     * Its metadata come last, so that no image can be opened whose levels are not all there.
     *
     * @throws IOException with a sentence, if there is something already
     */
    static void write(Path folder, OmeZarr like, PixelType type) throws IOException {
        requireNothingIn(folder);
        new NewImage(folder, like).write(type);
    }

    private void write(PixelType type) throws IOException {
        Files.createDirectories(folder);
        writeGroup(folder);
        List<PlannedLevel> levels = levels();
        for (PlannedLevel level : levels) writeLevel(level, type);
        JsonFile.write(folder.resolve(ImageFolder.ATTRIBUTES), attributes(levels));
    }

    private static void requireNothingIn(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        if (Files.isDirectory(folder))
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isEmpty()) return;
            }
        throw new IOException(
                "There is something at " + folder + " already: name an output that is new.");
    }

    private List<PlannedLevel> levels() {
        boolean kept =
                like.levels() > 1
                        && IntStream.range(1, like.levels())
                                .allMatch(level -> like.reduction(level).isPresent());
        if (!kept) return OwnLevels.of(like);
        return IntStream.range(0, like.levels())
                .mapToObj(
                        level ->
                                new PlannedLevel(
                                        like.path(level),
                                        like.transformations(level),
                                        like.level(level).header().grid()))
                .toList();
    }

    private void writeLevel(PlannedLevel level, PixelType type) throws IOException {
        Path array = folder.resolve(level.path());
        Storage storage = like.level(0).header().storage().forOutput();
        ZarrArray.create(array, new ZarrHeader(level.grid(), type, storage));
        Path between = array.getParent();
        for (; !between.equals(folder); between = between.getParent()) writeGroup(between);
    }

    private static void writeGroup(Path folder) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 2);
        JsonFile.write(folder.resolve(GROUP), json);
    }

    private JsonObject attributes(List<PlannedLevel> levels) {
        JsonObject attributes = like.attributes();
        LEFT_OUT.forEach(attributes::remove);
        JsonArray multiscales = new JsonArray();
        multiscales.add(multiscale(levels));
        attributes.add(Multiscale.KEY, multiscales);
        return attributes;
    }

    private JsonObject multiscale(List<PlannedLevel> levels) {
        JsonObject multiscale = like.multiscaleJson().deepCopy();
        multiscale.addProperty("version", Multiscale.VERSION);
        JsonArray datasets = new JsonArray();
        levels.forEach(level -> datasets.add(level.json()));
        multiscale.add("datasets", datasets);
        multiscale.addProperty("type", "mean");
        multiscale.add("metadata", method());
        return multiscale;
    }

    private static JsonElement method() {
        JsonObject method = new JsonObject();
        method.addProperty(
                "description",
                "Each value is the mean of those below it, rounded in whole numbers.");
        return method;
    }
}
