package io.github.noise2clean.spark;

import io.github.noise2clean.benchmark.ResidentMemory;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManagerId;

/**
 * Where and when a task was done.
 *
 * @param begin milliseconds on the clock of the executor's machine
 * @param end likewise
 * @param peakMemory the most that the executor's process has taken so far, in bytes; 0 where the
 *     system does not tell
 */
record Trace(String executor, String host, long begin, long end, long peakMemory)
        implements Serializable {

    /** Of a task that ends now, on the executor that this is. */
    static Trace since(long begin) throws IOException {
        BlockManagerId here = SparkEnv.get().blockManager().blockManagerId();
        return new Trace(
                here.executorId(),
                here.host(),
                begin,
                System.currentTimeMillis(),
                ResidentMemory.peak().orElse(0));
    }
}
