package io.github.noise2clean.network;

/** The pixels from {@code first} to {@code last}, both included, along one axis. */
public record Span(long first, long last) {

    public Span {
        if (first > last) throw new IllegalArgumentException("first " + first + ", last " + last);
    }

    public long size() {
        return last - first + 1;
    }

    /** The smallest span that holds both. */
    Span union(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
