package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of version 0.4 of OME-Zarr for images, asserted on the files alone.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.4/#multiscale-md">the specification</a>
 */
final class OmeRules {

    private final Path image;
    private final JsonObject attributes;
    private final JsonObject multiscale;
    private final List<String> axes = new ArrayList<>();

    private OmeRules(Path image) throws IOException {
        this.image = image;
        this.attributes = json(image.resolve(".zattrs"));
        this.multiscale = attributes.getAsJsonArray("multiscales").get(0).getAsJsonObject();
    }

    static void assertKept(Path image) throws IOException {
        OmeRules rules = new OmeRules(image);
        assertEquals(2, json(image.resolve(".zgroup")).get("zarr_format").getAsInt());
        assertEquals("0.4", rules.multiscale.get("version").getAsString());
        assertTrue(rules.multiscale.get("type").getAsJsonPrimitive().isString());
        rules.assertAxes();
        rules.assertDatasets();
        if (rules.multiscale.has("coordinateTransformations"))
            rules.assertTransformations(rules.multiscale);
        if (rules.attributes.has("omero")) rules.assertChannels();
    }

    /** From 2 to 5 with names of their own: time, then channel, then 2 or 3 of space. */
    private void assertAxes() {
        List<String> types = new ArrayList<>();
        for (JsonObject axis : objects(multiscale, "axes")) {
            axes.add(axis.get("name").getAsString());
            types.add(axis.get("type").getAsString());
            if (axis.has("unit")) assertTrue(axis.get("unit").getAsJsonPrimitive().isString());
        }
        assertEquals(axes.size(), new HashSet<>(axes).size());
        assertTrue(axes.size() >= 2 && axes.size() <= 5, axes.toString());
        assertTrue(String.join(",", types).matches("(time,)?(channel,)?(space,)?space,space"));
        assertTrue(String.join("", axes).matches("t?c?z?yx"), axes.toString());
    }

    /** From the largest to the smallest, each an array of as many dimensions as axes. */
    private void assertDatasets() throws IOException {
        long before = Long.MAX_VALUE;
        for (JsonObject dataset : objects(multiscale, "datasets")) {
            JsonObject array = json(image.resolve(dataset.get("path").getAsString() + "/.zarray"));
            JsonArray shape = array.getAsJsonArray("shape");
            assertEquals(axes.size(), shape.size());
            assertEquals(axes.size(), array.getAsJsonArray("chunks").size());
            long size = 1;
            for (JsonElement side : shape) size *= side.getAsLong();
            assertTrue(size < before);
            before = size;
            assertTransformations(dataset);
            assertGroupsAbove(dataset.get("path").getAsString());
        }
    }

    /** Just one scale, and at most one translation after it, of a number for each axis. */
    private void assertTransformations(JsonObject of) {
        List<String> types = new ArrayList<>();
        for (JsonObject step : objects(of, "coordinateTransformations")) {
            String type = step.get("type").getAsString();
            types.add(type);
            assertEquals(axes.size(), step.getAsJsonArray(type).size());
            for (JsonElement number : step.getAsJsonArray(type))
                assertTrue(number.getAsJsonPrimitive().isNumber());
        }
        assertTrue(
                List.of(List.of("scale"), List.of("scale", "translation")).contains(types),
                types.toString());
    }

    private void assertGroupsAbove(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
            assertTrue(Files.isRegularFile(image.resolve(path.substring(0, end) + "/.zgroup")));
    }

    /** Each has a colour of six hexadecimal digits, and a window of four numbers. */
    private void assertChannels() {
        for (JsonObject channel : objects(attributes.getAsJsonObject("omero"), "channels")) {
            assertTrue(channel.get("color").getAsString().matches("[0-9A-Fa-f]{6}"));
            JsonObject window = channel.getAsJsonObject("window");
            for (String key : List.of("min", "max", "start", "end"))
                assertTrue(window.get(key).getAsJsonPrimitive().isNumber(), key);
        }
    }

    private static Iterable<JsonObject> objects(JsonObject of, String key) {
        Stream<JsonElement> elements = of.getAsJsonArray(key).asList().stream();
        return elements.map(JsonElement::getAsJsonObject).toList();
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
