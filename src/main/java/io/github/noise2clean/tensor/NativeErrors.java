package io.github.noise2clean.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What native code says of its failures: text only, which is read here and nowhere else. */
final class NativeErrors {

    private static final List<String> OUT_OF_MEMORY =
            List.of(
                    "out of memory",
                    "can't allocate memory",
                    "not enough memory",
                    "alloc_failed",
                    "failed to allocate memory",
                    "bad_alloc",
                    "bad allocation");

    private static final int LONGEST_CHAIN = 20;

    private NativeErrors() {}

    static boolean isOutOfMemory(Exception e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return OUT_OF_MEMORY.stream().anyMatch(message::contains);
    }

    /** Why a network did not take images of a shape. */
    static RuntimeException refusal(Exception fault, long[] shape) {
        if (isOutOfMemory(fault)) return OutOfMemory.ofDevice(fault);
        return new IllegalArgumentException(
                "The network cannot take images of the shape %s: %s"
                        .formatted(Arrays.toString(shape), firstLine(fault)),
                fault);
    }

    /** An exception and its causes, of which natives may have many, or a circle. */
    static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
