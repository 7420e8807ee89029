package io.github.noise2clean.denoise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.LatentCode;
import io.github.noise2clean.network.Shape;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Makes images of nothing: codes drawn from the prior of a variational network, the standard normal
 * distribution, as its decoder sees them.
 */
public final class ImageGenerator {

    private final TrainedModel model;
    private final ImageSize size;
    private final SamplingSettings settings;
    private final Shape code;
    private final IntensityMap intensities;

    private ImageGenerator(TrainedModel model, ImageSize size, SamplingSettings settings) {
        this.model = model;
        this.size = size;
        this.settings = settings;
        LatentCode latent = code(model);
        requireSize(model, size);
        this.code = latent.shape(size.slowestFirst());
        this.intensities = model.card().normalization().common().orElse(IntensityMap.linear(0, 1));
    }

    /**
     * A 32-bit stack with a slice for each sample.
     *
     * <p>They have grey values where the model's normalisation is the same for all images. Where it
     * is fitted to each image, there is none to fit it to, and the values are the network's own, as
     * the stack's info says.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network cannot make
     *     images, or not of this size, or the device is not there
     * @throws IOException if PyTorch cannot load the network
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory for an image
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static ImagePlus generate(
            TrainedModel model,
            ImageSize size,
            SamplingSettings settings,
            DenoisingListener listener)
            throws IOException {
        Refusal.requireSamplesOfPlanes(model);
        return new ImageGenerator(model, size, settings).generate(listener);
    }

    private ImagePlus generate(DenoisingListener listener) throws IOException {
        SampleStack samples = new SampleStack(size, channels(), settings.count());
        Progress progress = new Progress(listener, settings.count() * size.pixels());
        try (TorchModule module = model.load(settings.device());
                NDManager scope = Torch.newScope(module.device())) {
            for (int i = 0; i < settings.count(); i++) {
                progress.checkStopped();
                samples.add("sample " + (i + 1), greyValues(decode(i, module, scope)));
                progress.tileDone(size.pixels());
            }
        }
        return described(samples.image(model.card().name() + "-generated"));
    }

    private int channels() {
        return model.graph()
                .shapes(size.slowestFirst())
                .get(model.graph().outputs().get(0))
                .channels();
    }

    private float[] decode(int sample, TorchModule module, NDManager scope) {
        try (NDManager imageScope = scope.newSubManager()) {
            NDArray drawn = imageScope.create(draw(sample), batchShape());
            return module.decode(drawn).toFloatArray();
        }
    }

    private float[] draw(int sample) {
        RandomGenerator random = Seeds.random(settings.seed(), sample);
        float[] values = new float[Math.toIntExact(code.values())];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return values;
    }

    /** A batch of one. */
    private ai.djl.ndarray.types.Shape batchShape() {
        LongStream spatial = code.size().stream().mapToLong(Integer::longValue);
        return new ai.djl.ndarray.types.Shape(
                LongStream.concat(LongStream.of(1, code.channels()), spatial).toArray());
    }

    private float[] greyValues(float[] normalized) {
        for (int i = 0; i < normalized.length; i++)
            normalized[i] = intensities.restore(normalized[i]);
        return normalized;
    }

    private ImagePlus described(ImagePlus image) {
        image.setDisplayRange(intensities.restore(0), intensities.restore(1));
        image.setProperty("Info", info() + "\n");
        return image;
    }

    private String info() {
        Normalization normalization = model.card().normalization();
        String values =
                normalization.common().isPresent()
                        ? "grey values"
                        : "normalised values, since there is no image to fit the normalisation to";
        return "Samples of the prior of %s, seed %d: %s (%s)."
                .formatted(model.card().name(), settings.seed(), values, normalization);
    }

    private static LatentCode code(TrainedModel model) {
        return LatentCode.of(model.graph())
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        model,
                                        "carries the image past its code, so it cannot generate"
                                                + " one; it can draw samples for a given image"));
    }

    private static void requireSize(TrainedModel model, ImageSize size) {
        Footprint footprint = Footprint.of(model.graph());
        ImageSize taken = ImageSize.ofSlowestFirst(footprint.multiple());
        if (footprint.oneSize() && !size.equals(taken))
            throw Refusal.of(model, "makes images of " + taken + " pixels only, not " + size);
        if (size.width() % taken.width() != 0 || size.height() % taken.height() != 0)
            throw Refusal.of(
                    model, "makes images of multiples of " + taken + " pixels, not " + size);
    }
}
