package io.github.noise2clean.foreign;

import java.util.Optional;

/**
 * A file as a description names it.
 *
 * @param sha256 that it must have, if the description tells
 */
record FileReference(String source, Optional<String> sha256) {

    /** Under a key, as a name or as a map of {@code source} and {@code sha256}. */
    static FileReference of(Section section, String key) {
        if (section.find(key).orElse("") instanceof String) return ofName(section.text(key));
        return of(section.section(key));
    }

    static FileReference of(Section file) {
        return new FileReference(
                file.text("source"), file.find("sha256").map(any -> file.text("sha256")));
    }

    static FileReference ofName(String source) {
        return new FileReference(source, Optional.empty());
    }
}
