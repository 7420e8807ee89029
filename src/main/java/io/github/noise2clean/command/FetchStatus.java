package io.github.noise2clean.command;

import ij.IJ;
import io.github.noise2clean.cuda.FetchListener;

/** Shows how fetching goes, and stops it when the user wishes. */
record FetchStatus(StatusBar bar, StopRequest stop) implements FetchListener {

    @Override
    public void begun(String what) {
        IJ.log(what);
    }

    @Override
    public void received(long done, long total) {
        bar.show((double) done / total, "Fetching PyTorch for CUDA");
    }

    @Override
    public boolean isStopped() {
        return stop.isMade();
    }
}
