package io.github.noise2clean.command;

import io.github.noise2clean.denoise.DenoisingListener;

/** Shows how denoising goes, and stops it when the user wishes. */
record DenoisingStatus(StatusBar bar, StopRequest stop) implements DenoisingListener {

    @Override
    public void tileDone(long done, long total) {
        bar.show((double) done / total, "Denoising");
    }

    @Override
    public boolean isStopped() {
        return stop.isMade();
    }
}
