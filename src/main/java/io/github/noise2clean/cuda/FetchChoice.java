package io.github.noise2clean.cuda;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What the user wants to be fetched. */
public enum FetchChoice {
    NOTHING,
    /** Only how large the natives for CUDA are. */
    SIZE,
    /** PyTorch's natives for CUDA. */
    CUDA;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static FetchChoice parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Choose nothing, size or cuda to fetch, not '" + text + "'.", e);
        }
    }

    /**
     * Does it, and says in sentences what came out of it.
     *
     * @throws IllegalArgumentException with a sentence, if there is nothing to fetch for this
     *     machine
     * @throws IOException with a sentence, if it does not arrive
     * @throws java.util.concurrent.CancellationException if {@code listener} stops it
     */
    public Optional<String> carryOut(FetchListener listener) throws IOException {
        return switch (this) {
            case NOTHING -> Optional.empty();
            case SIZE -> Optional.of(CudaFetch.forThisMachine().size());
            case CUDA -> Optional.of(CudaFetch.forThisMachine().fetch(listener));
        };
    }
}
