package io.github.noise2clean.command;

import io.github.noise2clean.metric.ComparisonListener;

/** Shows how a comparison goes, and stops it when the user wishes. */
record ComparisonStatus(StatusBar bar, StopRequest stop) implements ComparisonListener {

    @Override
    public void pieceDone(long done, long total) {
        bar.show((double) done / total, "Comparing");
    }

    @Override
    public boolean isStopped() {
        return stop.isMade();
    }
}
