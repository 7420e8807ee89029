package io.github.noise2clean.live;

import java.util.Locale;

/** A time as people read it. */
public final class Duration {

    private Duration() {}

    /** Such as 0:07 or 1:02:03. */
    public static String text(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60);
    }
}
