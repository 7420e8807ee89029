package io.github.noise2clean.model;

import java.io.IOException;

/**
 * A file that should hold a model holds something else, or a damaged one; says so in a sentence.
 */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 300;

    private ModelFormatException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static ModelFormatException damaged(String file, Exception reason) {
        return new ModelFormatException(
                file + " is not a Noise2Clean model: " + oneLine(reason) + ".", reason);
    }

    /** Of a model of others, which is refused. */
    public static ModelFormatException unusable(String file, Exception reason) {
        return new ModelFormatException(
                file + " cannot be used as a model: " + oneLine(reason) + ".", reason);
    }

    static ModelFormatException newer(String file) {
        return new ModelFormatException(
                file + " was made by a newer Noise2Clean; update it.", null);
    }

    /** The reason may quote the file, which may hold anything. */
    private static String oneLine(Exception reason) {
        String text = String.valueOf(reason.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
    }
}
