package io.github.noise2clean.denoise;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.util.OptionalLong;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;

/**
 * What a noisy image may have been: a variational network denoises it many times, each time with
 * another sample of the code that it has found for it.
 */
public final class PosteriorSamples {

    private final AxisImage noisy;
    private final ImageSize size;
    private final SamplingSettings settings;
    private final float[] sample;
    private final RunningMoments moments;
    private final SampleStack stack;

    private PosteriorSamples(ImagePlus plane, SamplingSettings settings) {
        this.noisy = ImagePluses.view(plane);
        this.size = new ImageSize(plane.getWidth(), plane.getHeight());
        this.settings = settings;
        int channels = (int) noisy.size(Axis.CHANNEL);
        this.stack = new SampleStack(size, channels, settings.count() + 2);
        this.sample = new float[Math.toIntExact(channels * size.pixels())];
        this.moments = new RunningMoments(sample.length);
    }

    /**
     * A 32-bit stack of the samples, then their mean, then their standard deviation (with the
     * divisor n - 1), in the input's calibration.
     *
     * <p>Of a stack the current plane is taken. A plane that is denoised in tiles has a sample for
     * each tile.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network is not
     *     variational or cannot take the image, or the device is not there
     * @throws IOException if PyTorch cannot load the network
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory for the smallest tile
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static ImagePlus of(
            TrainedModel model,
            ImagePlus noisy,
            SamplingSettings settings,
            DenoisingListener listener)
            throws IOException {
        Refusal.requireSamplesOfPlanes(model);
        ImagePlus plane = currentPlane(noisy);
        PosteriorSamples samples = new PosteriorSamples(plane, settings);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, samples.denoisingSettings())) {
            samples.draw(denoiser, listener);
        }
        return samples.image(noisy, plane);
    }

    /** A single image is not asked for its stack, since that would change it. */
    private static ImagePlus currentPlane(ImagePlus image) {
        ImageProcessor pixels =
                image.getStackSize() == 1
                        ? image.getProcessor()
                        : image.getStack().getProcessor(image.getCurrentSlice());
        ImagePlus plane = new ImagePlus(image.getTitle(), pixels);
        plane.setCalibration(image.getCalibration());
        return plane;
    }

    private DenoisingSettings denoisingSettings() {
        return new DenoisingSettings(settings.device(), 0, true, OptionalLong.of(settings.seed()));
    }

    private void draw(ImageDenoiser denoiser, DenoisingListener listener) {
        AxisImage target =
                new AxisImage(
                        ArrayImgs.floats(sample, Intervals.dimensionsAsLongArray(noisy.pixels())),
                        noisy.axes());
        for (int i = 0; i < settings.count(); i++) {
            OptionalLong seed = OptionalLong.of(Seeds.mixed(settings.seed(), i));
            denoiser.denoise(noisy, target, seed, new PartOfWork(listener, i, settings.count()));
            stack.add("sample " + (i + 1), sample);
            moments.add(sample);
        }
        stack.add("mean", moments.mean());
        stack.add("standard deviation", moments.standardDeviation());
    }

    private ImagePlus image(ImagePlus noisy, ImagePlus plane) {
        ImagePlus image = stack.image(noisy.getTitle());
        image.setCalibration(ImagePluses.blankCopy(plane, true).getCalibration());
        if (image.getNChannels() == 1)
            image.setDisplayRange(noisy.getDisplayRangeMin(), noisy.getDisplayRangeMax());
        return image;
    }

    /** Progress of one of several images as progress of all. */
    private record PartOfWork(DenoisingListener whole, int index, int count)
            implements DenoisingListener {

        @Override
        public void tileDone(long done, long total) {
            whole.tileDone(index * total + done, count * total);
        }

        @Override
        public boolean isStopped() {
            return whole.isStopped();
        }
    }
}
