package io.github.noise2clean.blocks;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a process keeps from task to task, since it takes long to make: that which was asked for
 * last.
 *
 * @param <K> what it is made for
 * @param <V> what is kept
 */
public final class Kept<K, V> {

    private final Consumer<V> close;
    private Optional<K> key = Optional.empty();
    private Optional<V> value = Optional.empty();

    /**
     * @param close frees what is not kept any more
     */
    public Kept(Consumer<V> close) {
        this.close = close;
    }

    /** Makes what is kept. */
    public interface Source<K, V> {
        V of(K key) throws IOException;
    }

    /** What is kept if it was made for this, or else what is made now. */
    public synchronized V of(K wanted, Source<K, V> source) throws IOException {
        if (key.isEmpty() || !key.get().equals(wanted)) {
            release();
            value = Optional.of(source.of(wanted));
            key = Optional.of(wanted);
        }
        return value.orElseThrow();
    }

    /** Keeps nothing any more. */
    public synchronized void release() {
        value.ifPresent(close);
        value = Optional.empty();
        key = Optional.empty();
    }
}
