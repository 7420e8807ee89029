package io.github.noise2clean.foreign;

import java.util.List;

/**
 * What the makers of a network say of it, as short lines of text; empty where they say nothing.
 *
 * @param citations what to cite who uses it
 */
public record Label(
        String name,
        String description,
        String licence,
        List<String> authors,
        List<String> citations) {

    private static final int LONGEST = 500;
    private static final int MOST_LINES = 50;

    public Label {
        name = line(name);
        description = line(description);
        licence = line(licence);
        authors = lines(authors);
        citations = lines(citations);
        if (name.isEmpty()) throw new IllegalArgumentException("it has no name");
    }

    /** Of a network of which nothing more is known. */
    static Label ofName(String name) {
        return new Label(name, "", "", List.of(), List.of());
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().limit(MOST_LINES).map(Label::line).toList();
    }

    /** Text of others may hold anything. */
    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
