package io.github.noise2clean.spark;

import java.io.Serializable;

/** How a task ended, as its executor tells it. */
sealed interface Ending<R extends Serializable> extends Serializable {

    /** It was done. */
    record Done<R extends Serializable>(R result, Trace trace) implements Ending<R> {}

    /**
     * It has failed too often.
     *
     * @param index of it among the tasks
     * @param cause of the last failure, as a sentence
     */
    record GivenUp<R extends Serializable>(int index, String cause) implements Ending<R> {}
}
