package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.TestMontage;
import io.github.noise2clean.monitor.TestMontage.Row;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.List;

/**
 * A test set, and what a network made of it.
 *
 * @param denoised 32-bit, not clamped
 */
record Evaluation(TestSet images, ImagePlus denoised) {

    private static final int SHOWN = 10;
    private static final int MAGNIFICATION = 3;
    private static final DataRange RANGE = new DataRange(0, 255);

    /**
     * Denoises every image.
     *
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    static Evaluation of(
            TrainedModel model, TestSet images, DeviceChoice device, ReproductionListener listener)
            throws IOException {
        DenoisingSettings settings = new DenoisingSettings(device, 0, true, Estimate.PLAIN);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            return new Evaluation(images, denoiser.denoise(images.noisy(), progress(listener)));
        }
    }

    TestSetScores scores(ReproductionListener listener) {
        return TestSetScores.of(images, denoised, listener);
    }

    /** The first images: original, noisy, after a median and after the network. */
    TestMontage montage() {
        TestSet first = images.first(SHOWN);
        Filter median = Filter.median();
        return new TestMontage(
                List.of(
                        row("original", first.clean()),
                        row("noisy", first.noisy()),
                        row(median.name(), median.filter().apply(first.noisy())),
                        row("denoised", denoised)),
                MAGNIFICATION);
    }

    private static Row row(String label, ImagePlus images) {
        return Row.of(label, images, SHOWN, RANGE);
    }

    private static DenoisingListener progress(ReproductionListener listener) {
        return new DenoisingListener() {
            @Override
            public void tileDone(long done, long total) {
                listener.taskAdvanced("denoising the test images", done, total);
            }

            @Override
            public boolean isStopped() {
                return listener.isStopped();
            }
        };
    }
}
