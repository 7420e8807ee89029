package io.github.noise2clean.batch;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** Which file names are meant, as in {@code *_ch1.tif} or <code>*.{png,jpg}</code>. */
public final class NamePattern {

    private final String glob;
    private final PathMatcher matcher;

    /**
     * @param glob in which * is any number of characters, ? is one, and {a,b} is one of several;
     *     upper and lower case count alike
     * @throws IllegalArgumentException with a sentence for the user
     */
    public NamePattern(String glob) {
        this.glob = glob;
        try {
            matcher =
                    FileSystems.getDefault()
                            .getPathMatcher("glob:" + glob.strip().toLowerCase(Locale.ROOT));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "The pattern '" + glob + "' is no pattern of file names, as *.tif is.", e);
        }
    }

    boolean matches(Path file) {
        return matcher.matches(Path.of(file.getFileName().toString().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return glob;
    }
}
