package io.github.noise2clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README, or a page of the site, as users read it. */
public record Page(Path file, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("^```[a-z]*\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    /** All there are. */
    public static List<Page> all() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src", "site", "markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), pages.sorted())
                    .map(Page::read)
                    .toList();
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file).replace("\r", ""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The insides of the blocks of code. */
    public List<String> blocks() {
        return matches(BLOCK, text).toList();
    }

    /** Code within sentences and tables, on one line each. */
    public List<String> phrases() {
        return matches(Pattern.compile("`([^`]+)`"), prose())
                .map(phrase -> phrase.replaceAll("\\s+", " "))
                .toList();
    }

    /** Where the links lead to, and the pictures lie. */
    List<String> links() {
        return matches(Pattern.compile("]\\(([^)]+)\\)"), prose()).toList();
    }

    /** What links call the headings: lower case, without punctuation, joined by hyphens. */
    List<String> anchors() {
        return matches(HEADING, prose())
                .map(heading -> heading.toLowerCase().replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .toList();
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
