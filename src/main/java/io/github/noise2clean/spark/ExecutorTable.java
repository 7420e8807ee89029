package io.github.noise2clean.spark;

import io.github.noise2clean.blocks.BlockReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each executor has denoised. */
final class ExecutorTable {

    private final Map<String, ExecutorShare> shares = new TreeMap<>();

    /** Counts what was denoised; results of other tasks are passed over. */
    void add(Object result, Trace trace) {
        if (result instanceof BlockReport block) add(trace, block.pixels());
        if (result instanceof FileResult file) add(trace, file.pixels());
    }

    /** One for each executor. */
    List<String> lines() {
        return shares.entrySet().stream()
                .map(share -> "executor " + share.getKey() + " " + share.getValue())
                .toList();
    }

    private void add(Trace trace, long pixels) {
        shares.merge(trace.executor(), ExecutorShare.of(trace, pixels), ExecutorShare::and);
    }
}
