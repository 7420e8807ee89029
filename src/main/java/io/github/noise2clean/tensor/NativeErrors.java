package io.github.noise2clean.tensor;

import java.util.List;
import java.util.Locale;

/** What native code says of its failures: text only, which is read here and nowhere else. */
final class NativeErrors {

    private static final List<String> OUT_OF_MEMORY =
            List.of(
                    "out of memory",
                    "can't allocate memory",
                    "failed to allocate memory",
                    "bad_alloc",
                    "bad allocation");

    private NativeErrors() {}

    static boolean isOutOfMemory(Exception e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return OUT_OF_MEMORY.stream().anyMatch(message::contains);
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
