package io.github.noise2clean.tensor;

import java.util.List;

/** PyTorch does not load; the message says why, and what to do about it. */
public final class EngineLoadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String REPORT =
            "Plugins > Noise2Clean > Engine, or 'noise2clean info --device', tells all of it.";

    private final LoadFailure failure;

    public EngineLoadException(Throwable cause) {
        this(LoadFailure.of(cause), cause);
    }

    private EngineLoadException(LoadFailure failure, Throwable cause) {
        super(String.join(" ", failure.cause(), failure.nextStep(), REPORT), cause);
        this.failure = failure;
    }

    public LoadFailure failure() {
        return failure;
    }

    /** What was thrown and its causes, the last of which is where it began. */
    public List<String> thrown() {
        return NativeErrors.chain(getCause()).map(Throwable::toString).toList();
    }
}
