package io.github.noise2clean.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the people who made a model say of it, to those who get it.
 *
 * @param description what it is for, in a sentence or a few, at most 1,024 characters
 * @param authors by name
 * @param licence of the weights, by its SPDX identifier
 * @param citations what to cite who uses it
 * @param created when, in the form of ISO 8601
 */
public record About(
        Optional<String> description,
        List<String> authors,
        Optional<String> licence,
        List<Citation> citations,
        Optional<String> created) {

    /** Nothing is said. */
    public static final About NOTHING =
            new About(Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty());

    private static final int LONGEST_DESCRIPTION = 1024;
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)?)?");

    /**
     * A publication.
     *
     * @param text for people
     * @param url where it is found
     */
    public record Citation(String text, String url) {

        public Citation {
            if (text.isBlank() || !url.matches("https?://\\S+"))
                throw new IllegalArgumentException(
                        "A citation needs a text and a web address, not '%s' and '%s'."
                                .formatted(text, url));
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public About {
        authors = List.copyOf(authors);
        citations = List.copyOf(citations);
        if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent())
            throw new IllegalArgumentException(
                    "The description has more than " + LONGEST_DESCRIPTION + " characters.");
        if (authors.stream().anyMatch(String::isBlank))
            throw new IllegalArgumentException("An author has no name.");
        requireForm(licence, LICENCE, "is no SPDX identifier of a licence, such as CC-BY-4.0");
        requireForm(created, TIME, "is no time such as 2026-01-31T12:00:00Z");
    }

    private static void requireForm(Optional<String> text, Pattern form, String reason) {
        if (text.isPresent() && !form.matcher(text.get()).matches())
            throw new IllegalArgumentException("'" + text.get() + "' " + reason + ".");
    }
}
