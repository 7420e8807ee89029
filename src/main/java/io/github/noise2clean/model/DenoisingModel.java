package io.github.noise2clean.model;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What denoising must know of a trained network, whoever has made it. */
public interface DenoisingModel {

    /** For people. */
    String name();

    /** SHA-256, in hexadecimal digits, of the model's file. */
    String sha256();

    /** Spatial axes, 2 or 3. */
    int dimensions();

    int inputChannels();

    int outputChannels();

    /** What it must see and which sizes it takes along each axis, slowest first. */
    List<AxisReach> reaches();

    /** The size of the only images that it is meant for, slowest axis first; empty for any. */
    Optional<List<Integer>> onlySize();

    /** About the memory that it takes while it runs, per pixel of what it is shown. */
    double bytesPerPixel();

    /** What is done to each channel of an image before, and to what is made of it after. */
    List<IntensityMap> intensities(AxisImage noisy);

    /** The rule by which {@link #intensities} are found, of each channel; empty for another way. */
    default Optional<Normalization> normalization() {
        return Optional.empty();
    }

    /**
     * In a sentence, why {@link #intensities} would fail for an image; empty where it would not.
     */
    Optional<String> refusal(AxisImage noisy);

    /**
     * What is done to each channel of what was made of a whole image, where that cannot be told
     * before all of it is made; none where {@link #intensities} tell it.
     *
     * @param made of the size and axes of {@code noisy}
     */
    default List<IntensityMap> finishing(AxisImage noisy, AxisImage made) {
        return List.of();
    }

    /** Whether there is a {@link #finishing}. */
    default boolean isFinishedAsAWhole() {
        return false;
    }

    /** The normalised values that it has learned from, if they are known. */
    Optional<DataRange> seenValues();

    /** The planes that it is shown along with the one that it denoises. */
    Optional<PlaneContext> context();

    /** Whether it has a latent code that can be sampled. */
    boolean isVariational();

    /** Of a variational one, what is known of its latent code. */
    Optional<CodeUse> codeUse();

    /**
     * The network, ready to run.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the device is not there
     * @throws IOException with a sentence, if it cannot be loaded
     */
    ImageModule load(DeviceChoice device) throws IOException;

    /** The same in float16, if there is a way to compute it so; its outputs are float32. */
    default Optional<ImageModule> loadHalved(DeviceChoice device) throws IOException {
        return Optional.empty();
    }
}
