package io.github.noise2clean.live;

/** Says when it is time again. */
final class Rhythm {

    private long pause;
    private long last;

    /**
     * @param pause in nanoseconds; 0 for always
     */
    Rhythm(long pause) {
        every(pause);
    }

    /** From now on, after pauses of this length. */
    void every(long nanoseconds) {
        pause = nanoseconds;
        last = System.nanoTime();
    }

    /** Whether the pause is over; if so, the next begins. */
    boolean isDue() {
        long now = System.nanoTime();
        if (now - last < pause) return false;
        last = now;
        return true;
    }
}
