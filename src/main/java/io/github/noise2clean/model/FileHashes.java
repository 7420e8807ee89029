package io.github.noise2clean.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The SHA-256 of files as a description gives them, wherever in it: maps with {@code source} and
 * {@code sha256}.
 *
 * @param byName in hexadecimal digits
 */
record FileHashes(Map<String, String> byName) {

    static FileHashes of(Object description) {
        Map<String, String> found = new HashMap<>();
        collect(description, found);
        return new FileHashes(found);
    }

    /**
     * @throws IllegalArgumentException if a file that the description names is not among these, or
     *     one of these not in the description
     */
    void requireExactly(Set<String> names) {
        for (String name : byName.keySet())
            if (!names.contains(name)) throw wrong("it names " + name + ", which is not there");
        for (String name : names)
            if (!byName.containsKey(name)) throw wrong("it gives no sha256 of " + name);
    }

    /**
     * @throws IllegalArgumentException if the content is not that of which the hash is given
     */
    void require(String name, byte[] content) {
        String found = Sha256.of(content);
        if (!found.equalsIgnoreCase(byName.get(name)))
            throw wrong("the sha256 of %s is %s, not %s".formatted(name, found, byName.get(name)));
    }

    private static void collect(Object plain, Map<String, String> found) {
        if (plain instanceof List<?> list) list.forEach(element -> collect(element, found));
        if (!(plain instanceof Map<?, ?> map)) return;
        map.values().forEach(value -> collect(value, found));
        if (map.get("source") instanceof String source && map.get("sha256") instanceof String hash)
            Optional.ofNullable(found.put(source, hash))
                    .filter(other -> !other.equals(hash))
                    .ifPresent(other -> refuseSecond(source));
    }

    private static void refuseSecond(String source) {
        throw wrong("it gives two sha256 of " + source);
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(PackageFiles.RDF + ", " + reason);
    }
}
