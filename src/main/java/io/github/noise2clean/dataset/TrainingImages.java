package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Cuts images into the planes or volumes that a network is trained on.
 *
 * <p>The normalisation is fitted once per channel, to the noisy pixels of its planes, as it is when
 * the network is used; of a large image, to a {@link PlaneSample}.
 *
 * @param dimensions spatial axes of the network, 2 or 3
 * @param channels of the network; for 1, each channel of an image is an image of its own
 */
public record TrainingImages(Normalization normalization, int dimensions, int channels) {

    private static final Normalization BYTES = new Normalization.Fixed(0, 255);
    private static final Normalization OTHERS = new Normalization.Percentile(0.1, 99.9);

    /**
     * What is used unless the user says otherwise: 0 to 255 for 8-bit and RGB images, the
     * percentiles 0.1 and 99.9 for others.
     */
    public static Normalization standardNormalization(PlaneStack image) {
        return image.bitDepth() == 8 || image.bitDepth() == 24 ? BYTES : OTHERS;
    }

    /**
     * Clean images to which noise will be added.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the channels do not fit
     */
    public List<TrainingImage> withNoise(PlaneStack clean, NoiseModel noise) {
        DataRange range = clean.dataRange();
        List<TrainingImage> images = new ArrayList<>();
        for (List<AxisImage> channels : channelGroups(clean)) {
            List<IntensityMap> maps =
                    channels.stream()
                            .map(c -> normalization.fit(noisySample(c, noise, range)))
                            .toList();
            for (RandomAccessibleInterval<FloatType> part : parts(channels))
                images.add(new TrainingImage.WithNoise(part, noise, range, maps));
        }
        return images;
    }

    private static RandomAccessibleInterval<FloatType> noisySample(
            AxisImage clean, NoiseModel noise, DataRange range) {
        NoisyCopy example = new NoisyCopy(noise, 0);
        return PlaneSample.of(
                clean.planes(), (plane, index) -> example.noisyPixels(plane, range, index));
    }

    /**
     * Noisy images and what they should become.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the sizes differ or the
     *     channels do not fit
     */
    public List<TrainingImage> pairs(PlaneStack noisy, PlaneStack clean) {
        requireSameSize(noisy, clean);
        DataRange range = clean.dataRange();
        List<List<AxisImage>> noisyGroups = channelGroups(noisy);
        List<List<AxisImage>> cleanGroups = channelGroups(clean);
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < noisyGroups.size(); i++)
            images.addAll(pairs(noisyGroups.get(i), cleanGroups.get(i), range));
        return images;
    }

    /** The pairs of channels that belong together. */
    private List<TrainingImage> pairs(
            List<AxisImage> noisy, List<AxisImage> clean, DataRange range) {
        List<IntensityMap> maps =
                noisy.stream()
                        .map(channel -> normalization.fit(PlaneSample.of(channel.planes())))
                        .toList();
        List<RandomAccessibleInterval<FloatType>> noisyParts = parts(noisy);
        List<RandomAccessibleInterval<FloatType>> cleanParts = parts(clean);
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < noisyParts.size(); i++)
            images.add(new TrainingImage.Pair(noisyParts.get(i), cleanParts.get(i), range, maps));
        return images;
    }

    /** The channels that the network is shown together: one by one, or all. */
    private List<List<AxisImage>> channelGroups(PlaneStack image) {
        List<AxisImage> all = image.view().channels();
        if (channels == 1) return all.stream().map(List::of).toList();
        if (all.size() == channels) return List.of(all);
        throw new IllegalArgumentException(
                "The network learns from images of %d channels, and %s has %d."
                        .formatted(channels, image.title(), all.size()));
    }

    private static void requireSameSize(PlaneStack noisy, PlaneStack clean) {
        AxisImage noisyView = noisy.view();
        AxisImage cleanView = clean.view();
        if (!noisyView.axes().equals(cleanView.axes())
                || !Intervals.equalDimensions(noisyView.pixels(), cleanView.pixels()))
            throw new IllegalArgumentException(
                    "The noisy image %s (%s) and the clean image %s (%s) differ in size."
                            .formatted(
                                    noisy.title(),
                                    size(noisyView),
                                    clean.title(),
                                    size(cleanView)));
    }

    /** Planes or volumes, each with its channels as the last axis. */
    private List<RandomAccessibleInterval<FloatType>> parts(List<AxisImage> channels) {
        List<List<RandomAccessibleInterval<FloatType>>> byChannel =
                channels.stream().map(this::parts).toList();
        return IntStream.range(0, byChannel.get(0).size())
                .mapToObj(i -> Views.stack(byChannel.stream().map(c -> c.get(i)).toList()))
                .toList();
    }

    private List<RandomAccessibleInterval<FloatType>> parts(AxisImage channel) {
        return dimensions == 3 ? channel.volumes() : channel.planes();
    }

    private static String size(AxisImage image) {
        return image.axes() + " " + Arrays.toString(image.pixels().dimensionsAsLongArray());
    }
}
