package io.github.noise2clean.dataset;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.noise.NoiseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Cuts images into the planes or volumes that a network is trained on.
 *
 * <p>The normalisation is fitted once per channel, to the noisy pixels of all its planes, as it is
 * when the network is used.
 *
 * @param dimensions spatial axes of the network, 2 or 3
 */
public record TrainingImages(Normalization normalization, int dimensions) {

    private static final Normalization BYTES = new Normalization.Fixed(0, 255);
    private static final Normalization OTHERS = new Normalization.Percentile(0.1, 99.9);

    /**
     * What is used unless the user says otherwise: 0 to 255 for 8-bit and RGB images, the
     * percentiles 0.1 and 99.9 for others.
     */
    public static Normalization standardNormalization(ImagePlus image) {
        return image.getBitDepth() == 8 || image.getBitDepth() == 24 ? BYTES : OTHERS;
    }

    /** Clean images to which noise will be added. */
    public List<TrainingImage> withNoise(ImagePlus clean, NoiseModel noise) {
        DataRange range = ImagePluses.dataRange(clean);
        NoisyCopy example = new NoisyCopy(noise, 0);
        List<TrainingImage> images = new ArrayList<>();
        for (AxisImage channel : ImagePluses.view(clean).channels()) {
            IntensityMap map = normalization.fit(example.noisy(channel.pixels(), range, 0));
            for (RandomAccessibleInterval<FloatType> part : parts(channel))
                images.add(new TrainingImage.WithNoise(part, noise, range, map));
        }
        return images;
    }

    /**
     * Noisy images and what they should become.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the sizes differ
     */
    public List<TrainingImage> pairs(ImagePlus noisy, ImagePlus clean) {
        requireSameSize(noisy, clean);
        DataRange range = ImagePluses.dataRange(clean);
        List<AxisImage> noisyChannels = ImagePluses.view(noisy).channels();
        List<AxisImage> cleanChannels = ImagePluses.view(clean).channels();
        List<TrainingImage> images = new ArrayList<>();
        for (int c = 0; c < noisyChannels.size(); c++)
            images.addAll(pairs(noisyChannels.get(c), cleanChannels.get(c), range));
        return images;
    }

    /** The pairs of one channel. */
    private List<TrainingImage> pairs(AxisImage noisy, AxisImage clean, DataRange range) {
        IntensityMap map = normalization.fit(noisy.pixels());
        List<RandomAccessibleInterval<FloatType>> noisyParts = parts(noisy);
        List<RandomAccessibleInterval<FloatType>> cleanParts = parts(clean);
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < noisyParts.size(); i++)
            images.add(new TrainingImage.Pair(noisyParts.get(i), cleanParts.get(i), range, map));
        return images;
    }

    private static void requireSameSize(ImagePlus noisy, ImagePlus clean) {
        AxisImage noisyView = ImagePluses.view(noisy);
        AxisImage cleanView = ImagePluses.view(clean);
        if (!noisyView.axes().equals(cleanView.axes())
                || !Intervals.equalDimensions(noisyView.pixels(), cleanView.pixels()))
            throw new IllegalArgumentException(
                    "The noisy image %s (%s) and the clean image %s (%s) differ in size."
                            .formatted(
                                    noisy.getTitle(),
                                    size(noisyView),
                                    clean.getTitle(),
                                    size(cleanView)));
    }

    private List<RandomAccessibleInterval<FloatType>> parts(AxisImage channel) {
        return dimensions == 3 ? channel.volumes() : channel.planes();
    }

    private static String size(AxisImage image) {
        return image.axes() + " " + Arrays.toString(image.pixels().dimensionsAsLongArray());
    }
}
