package io.github.noise2clean.exchange;

import java.util.Map;
import java.util.stream.Stream;

/** The version of bioimage.io's model description that a package is described in. */
public enum RdfVersion {
    /** What present programs read best. */
    CURRENT("0.5", "0.5.7") {
        @Override
        Map<String, Object> describe(Contents contents) {
            return new CurrentRdf(contents).map();
        }
    },
    /** For programs that have not been renewed. */
    OLDER("0.4", "0.4.10") {
        @Override
        Map<String, Object> describe(Contents contents) {
            return new OlderRdf(contents).map();
        }
    };

    private final String word;
    private final String format;

    RdfVersion(String word, String format) {
        this.word = word;
        this.format = format;
    }

    /**
     * @param text 0.5 or 0.4
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static RdfVersion parse(String text) {
        return Stream.of(values())
                .filter(version -> version.word.equals(text.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Unknown version '"
                                                + text
                                                + "' of the model description: choose 0.5 or 0.4."));
    }

    /** In full. */
    String format() {
        return format;
    }

    abstract Map<String, Object> describe(Contents contents);
}
