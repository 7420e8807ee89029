package io.github.noise2clean.command;

import io.github.noise2clean.model.About;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of a model, as fields have it; blank where nothing is said.
 *
 * @param authors joined by semicolons, or where there are none, by commas
 */
record AboutFields(String description, String authors, String licence) {

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    About about() {
        return new About(
                Values.given(description),
                names(Values.text(authors)),
                Values.given(licence),
                List.of(),
                Optional.empty());
    }

    private static List<String> names(String authors) {
        return Stream.of(authors.split(authors.contains(";") ? ";" : ","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
