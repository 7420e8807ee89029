package io.github.noise2clean.zeroshot;

import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.train.TrainingListener;

/** The training and the denoising of all portions as one piece of work, told in pixels. */
final class ZeroShotProgress implements TrainingListener, DenoisingListener {

    private static final double SHARE_OF_TRAINING = 0.9;

    private final DenoisingListener listener;
    private final int portions;
    private final long pixels;
    private int finished;

    /**
     * @param pixels of the whole image
     */
    ZeroShotProgress(DenoisingListener listener, int portions, long pixels) {
        this.listener = listener;
        this.portions = portions;
        this.pixels = pixels;
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        tell(SHARE_OF_TRAINING * step / steps);
    }

    @Override
    public void tileDone(long done, long total) {
        tell(SHARE_OF_TRAINING + (1 - SHARE_OF_TRAINING) * done / total);
    }

    @Override
    public boolean isStopped() {
        return listener.isStopped();
    }

    void portionDone() {
        finished++;
    }

    /**
     * @param share of the portion under way
     */
    private void tell(double share) {
        listener.tileDone(Math.round(pixels * (finished + share) / portions), pixels);
    }
}
