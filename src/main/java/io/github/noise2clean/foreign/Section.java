package io.github.noise2clean.foreign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a description, which may hold anything.
 *
 * @param place where it is, such as {@code inputs[0].axes[1]}; empty for all
 */
record Section(Map<?, ?> map, String place) {

    static Section of(Object plain, String place) {
        if (plain instanceof Map<?, ?> map) return new Section(map, place);
        throw new IllegalArgumentException(
                (place.isEmpty() ? "the description" : place) + " is no map of keys and values");
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    Optional<Object> find(String key) {
        return Optional.ofNullable(map.get(key));
    }

    Section section(String key) {
        return of(map.get(key), at(key));
    }

    /** What is under the key; without it, an empty one. */
    Section sectionOrEmpty(String key) {
        return has(key) ? section(key) : new Section(Map.of(), at(key));
    }

    /** The maps of a list; none where the key is missing. */
    List<Section> sections(String key) {
        List<?> list = list(key);
        return IntStream.range(0, list.size())
                .mapToObj(i -> of(list.get(i), at(key) + "[" + i + "]"))
                .toList();
    }

    /** A list; empty where the key is missing. */
    List<?> list(String key) {
        if (!has(key)) return List.of();
        if (map.get(key) instanceof List<?> list) return list;
        throw wrong(key, "is no list");
    }

    String text(String key) {
        if (map.get(key) instanceof String text) return text;
        throw wrong(key, has(key) ? "is no text" : "is missing");
    }

    String textOr(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    double number(String key) {
        return number(key, map.get(key));
    }

    double numberOr(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    int integer(String key) {
        return integer(key, map.get(key));
    }

    int integerOr(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    /** Whole numbers. */
    List<Integer> integers(String key) {
        return list(key).stream().map(element -> integer(key, element)).toList();
    }

    /** One number or several. */
    List<Double> numbersOr(String key, double otherwise) {
        if (!(map.get(key) instanceof List<?> list)) return List.of(numberOr(key, otherwise));
        if (list.isEmpty()) throw wrong(key, "is empty");
        return list.stream().map(element -> number(key, element)).toList();
    }

    /** The keys that are texts, in order. */
    Stream<String> keys() {
        return map.keySet().stream().map(String::valueOf);
    }

    IllegalArgumentException wrong(String key, String reason) {
        return new IllegalArgumentException(at(key) + " " + reason);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private double number(String key, Object plain) {
        if (plain instanceof Number number && Double.isFinite(number.doubleValue()))
            return number.doubleValue();
        throw wrong(key, plain == null ? "is missing" : "is no number");
    }

    private int integer(String key, Object plain) {
        double number = number(key, plain);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE)
            throw wrong(key, "is no whole number of a possible size");
        return (int) number;
    }
}
