package io.github.noise2clean.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.noise2clean.image.Axis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * An image of version 0.4 of OME-Zarr: a folder with an array for each of its resolutions.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.4/">the specification</a>
 */
public final class OmeZarr {

    private final ImageFolder folder;
    private final Multiscale multiscale;
    private final List<ZarrArray> arrays;

    private OmeZarr(ImageFolder folder, Multiscale multiscale, List<ZarrArray> arrays) {
        this.folder = folder;
        this.multiscale = multiscale;
        this.arrays = List.copyOf(arrays);
    }

    /**
     * @param folder of the image, or one above it if the image is the only one there
     * @throws IOException with a sentence, if there is no image that can be read
     */
    public static OmeZarr open(Path folder) throws IOException {
        ImageFolder found = ImageFolder.find(folder);
        Multiscale multiscale = Multiscale.read(found.attributes());
        List<ZarrArray> arrays = new ArrayList<>();
        for (OmeLevel level : multiscale.levels())
            arrays.add(openLevel(found.path().resolve(level.path()), multiscale.axes().size()));
        return new OmeZarr(found, multiscale, arrays);
    }

    /**
     * Writes a new image, without pixels yet, whose axes, scales, names, channels and levels are
     * those of {@code like}; if that has one level only, or levels whose factors are no whole
     * numbers, it gets levels of its own.
     *
     * @throws IOException with a sentence, if there is something already
     */
    public static OmeZarr create(Path folder, OmeZarr like, PixelType type) throws IOException {
        NewImage.write(folder, like, type);
        return open(folder);
    }

    /** Where it is, which may be below the folder that was opened. */
    public Path folder() {
        return folder.path();
    }

    /** That of its metadata, or else of its folder. */
    public String name() throws IOException {
        Path path = folder().toAbsolutePath().normalize();
        return multiscale.json().textOr("name", Objects.toString(path.getFileName(), "image"));
    }

    /** One for each dimension, the fastest first: X, Y, and then those of Z, CHANNEL and TIME. */
    public List<OmeAxis> axes() {
        return multiscale.axes();
    }

    /** The dimension that has this meaning; empty where the image lacks it. */
    public OptionalInt dimension(Axis meaning) {
        return IntStream.range(0, axes().size())
                .filter(d -> axes().get(d).meaning() == meaning)
                .findFirst();
    }

    /** The number of pixels along an axis at full resolution; 1 where the image lacks it. */
    public long size(Axis meaning) {
        OptionalInt dimension = dimension(meaning);
        return dimension.isPresent() ? level(0).header().shape()[dimension.getAsInt()] : 1;
    }

    public int levels() {
        return arrays.size();
    }

    /**
     * @param number 0 for the full resolution
     */
    public ZarrArray level(int number) {
        return arrays.get(number);
    }

    /** The distances of the pixels of a level, in the units of the axes. */
    public double[] scale(int level) {
        return multiscale.levels().get(level).placement().scale().clone();
    }

    /** The place of the first pixel of a level, in the units of the axes. */
    public double[] translation(int level) {
        return multiscale.levels().get(level).placement().translation().clone();
    }

    /** All that the image says of itself and its channels. */
    public JsonObject attributes() {
        return folder.attributes().json().deepCopy();
    }

    /** What is kept under {@code key} beside the image's own metadata. */
    public Optional<JsonElement> note(String key) {
        return folder.attributes().find(key).map(JsonElement::deepCopy);
    }

    /** The same image with a note, which is in its metadata from then on. */
    public OmeZarr withNote(String key, JsonElement note) throws IOException {
        JsonObject attributes = attributes();
        attributes.add(key, note);
        JsonFile.write(folder().resolve(ImageFolder.ATTRIBUTES), attributes);
        return open(folder());
    }

    /** The path of a level, within the image. */
    String path(int level) {
        return multiscale.levels().get(level).path();
    }

    /** What places the pixels of a level, as JSON. */
    JsonElement transformations(int level) {
        JsonArray datasets = multiscale.json().json().getAsJsonArray("datasets");
        return datasets.get(level).getAsJsonObject().get(Placement.KEY);
    }

    /** The first of its multiscales, as JSON. */
    JsonObject multiscaleJson() {
        return multiscale.json().json();
    }

    /** From the level before; empty, if the factors are no whole numbers. */
    Optional<Reduction> reduction(int level) {
        double[] before = scale(level - 1);
        double[] here = scale(level);
        double[] ratio =
                IntStream.range(0, here.length).mapToDouble(d -> here[d] / before[d]).toArray();
        return Reduction.between(
                level(level - 1).header().shape(), level(level).header().shape(), ratio);
    }

    private static ZarrArray openLevel(Path folder, int dimensions) throws IOException {
        ZarrArray array = ZarrArray.open(folder);
        if (array.header().grid().numDimensions() != dimensions)
            throw new IOException(
                    "The array %s has %d dimensions, but its image %d axes."
                            .formatted(folder, array.header().grid().numDimensions(), dimensions));
        return array;
    }
}
