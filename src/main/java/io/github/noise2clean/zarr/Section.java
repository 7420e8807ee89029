package io.github.noise2clean.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a JSON file, which may hold anything.
 *
 * @param place where it is, such as {@code multiscales[0].axes[1]}; empty for all
 */
record Section(JsonObject json, Path file, String place) {

    boolean has(String key) {
        return json.has(key) && !json.get(key).isJsonNull();
    }

    /** What is under the key, unless it is missing or null. */
    Optional<JsonElement> find(String key) {
        return has(key) ? Optional.of(json.get(key)) : Optional.empty();
    }

    Section section(String key) throws IOException {
        return section(required(key), at(key));
    }

    /** The objects of a list; none where the key is missing. */
    List<Section> sections(String key) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (JsonElement element : list(key))
            sections.add(section(element, at(key) + "[" + sections.size() + "]"));
        return sections;
    }

    String text(String key) throws IOException {
        if (required(key) instanceof JsonPrimitive text && text.isString())
            return text.getAsString();
        throw wrong(key, "is no text");
    }

    String textOr(String key, String otherwise) throws IOException {
        return has(key) ? text(key) : otherwise;
    }

    double number(String key) throws IOException {
        return number(key, required(key));
    }

    /** A number from 0 to the largest {@code int}. */
    int count(String key) throws IOException {
        return Math.toIntExact(whole(key, required(key), Integer.MAX_VALUE));
    }

    int countOr(String key, int otherwise) throws IOException {
        return has(key) ? count(key) : otherwise;
    }

    /** Numbers from 0 to {@code most}. */
    long[] wholes(String key, long most) throws IOException {
        required(key);
        List<Long> numbers = new ArrayList<>();
        for (JsonElement element : list(key)) numbers.add(whole(key, element, most));
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    double[] numbers(String key) throws IOException {
        required(key);
        List<Double> numbers = new ArrayList<>();
        for (JsonElement element : list(key)) numbers.add(number(key, element));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The fault of the file that {@code key} has, such as "is no text". */
    IOException wrong(String key, String fault) {
        return new IOException("The file %s is damaged: %s %s.".formatted(file, at(key), fault));
    }

    private JsonElement required(String key) throws IOException {
        return find(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    private JsonArray list(String key) throws IOException {
        if (!has(key)) return new JsonArray();
        if (json.get(key) instanceof JsonArray list) return list;
        throw wrong(key, "is no list");
    }

    private Section section(JsonElement element, String elementPlace) throws IOException {
        if (element instanceof JsonObject object) return new Section(object, file, elementPlace);
        throw new IOException(
                "The file %s is damaged: %s is no object.".formatted(file, elementPlace));
    }

    private double number(String key, JsonElement element) throws IOException {
        if (element instanceof JsonPrimitive number
                && number.isNumber()
                && Double.isFinite(number.getAsDouble())) return number.getAsDouble();
        throw wrong(key, "is no number");
    }

    private long whole(String key, JsonElement element, long most) throws IOException {
        double number = number(key, element);
        if (number != Math.rint(number) || number < 0 || number > most)
            throw wrong(key, "is no whole number of a possible size");
        return (long) number;
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
