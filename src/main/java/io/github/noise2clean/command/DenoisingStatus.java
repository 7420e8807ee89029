package io.github.noise2clean.command;

import ij.IJ;
import io.github.noise2clean.denoise.DenoisingListener;

/**
 * Shows how denoising goes, and stops it when the user wishes.
 *
 * @param work what is being done, in a word
 */
record DenoisingStatus(StatusBar bar, StopRequest stop, String work) implements DenoisingListener {

    @Override
    public void begun(String how) {
        IJ.log(how);
    }

    @Override
    public void planned(String how) {
        bar.note(how);
    }

    @Override
    public void tileDone(long done, long total) {
        bar.show((double) done / total, work);
    }

    @Override
    public boolean isStopped() {
        return stop.isMade();
    }
}
