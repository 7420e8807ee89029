package io.github.noise2clean.benchmark;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.WatchedModule;
import java.io.IOException;
import java.util.function.LongSupplier;

/** Denoises images in one of the ways, and takes the time. */
final class TimedDenoiser implements AutoCloseable {

    private final LongSupplier clock;
    private final ForwardWatch watch;
    private final ImageDenoiser denoiser;

    TimedDenoiser(Way way, TrainedModel model, DeviceChoice device, LongSupplier clock)
            throws IOException {
        this.clock = clock;
        this.watch = new ForwardWatch(clock);
        DenoisingSettings settings = new DenoisingSettings(device, 0, false, Estimate.PLAIN);
        this.denoiser =
                new ImageDenoiser(
                        model, settings, () -> new WatchedModule(way.load(model, device), watch));
    }

    /**
     * @param seconds from image to image
     */
    record Timing(double seconds, ForwardWatch.Reading forward) {}

    Timing denoise(ImagePlus noisy) {
        long begin = clock.getAsLong();
        denoiser.denoise(noisy, DenoisingListener.NONE);
        return new Timing((clock.getAsLong() - begin) / 1e9, watch.read());
    }

    @Override
    public void close() {
        denoiser.close();
    }
}
