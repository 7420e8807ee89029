package io.github.noise2clean.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PyTorch does not load; the message says why, and what to do about it. */
public final class EngineLoadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String REPORT =
            "Plugins > Noise2Clean > Engine, or 'noise2clean info --device', tells all of it.";

    private final LoadFailure failure;

    /**
     * @param wayBack how to return to natives that worked, if there is a way
     */
    public EngineLoadException(Throwable cause, Optional<String> wayBack) {
        this(LoadFailure.of(cause), cause, wayBack);
    }

    private EngineLoadException(LoadFailure failure, Throwable cause, Optional<String> wayBack) {
        super(message(failure, wayBack), cause);
        this.failure = failure;
    }

    public LoadFailure failure() {
        return failure;
    }

    /** What was thrown and its causes, the last of which is where it began. */
    public List<String> thrown() {
        return NativeErrors.chain(getCause()).map(Throwable::toString).toList();
    }

    private static String message(LoadFailure failure, Optional<String> wayBack) {
        return Stream.of(
                        Stream.of(failure.cause(), failure.nextStep()),
                        wayBack.stream(),
                        Stream.of(REPORT))
                .flatMap(sentences -> sentences)
                .collect(Collectors.joining(" "));
    }
}
