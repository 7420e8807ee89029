package io.github.noise2clean.dataset;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
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
 * @param cut what the network is shown at once
 */
public record TrainingImages(Normalization normalization, Cut cut) {

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
                images.add(shown(new TrainingImage.WithNoise(part, noise, range, ofPlanes(maps))));
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
    public List<TrainingImage> pairs(
            PlaneStack noisy, PlaneStack clean, PairIntensities intensities) {
        requireSameSize(noisy, clean);
        DataRange range = clean.dataRange();
        List<List<AxisImage>> noisyGroups = channelGroups(noisy);
        List<List<AxisImage>> cleanGroups = channelGroups(clean);
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < noisyGroups.size(); i++) {
            Targets targets = new Targets(cleanGroups.get(i), range);
            images.addAll(
                    pairs(noisyGroups.get(i), intensities.targets(noisyGroups.get(i), targets)));
        }
        return images;
    }

    /**
     * A stack of noisy images of one thing: its frames, or else its slices.
     *
     * @param consecutive whether only neighbours show the same thing
     * @throws IllegalArgumentException with a sentence for the user, if there is only one image, or
     *     the channels do not fit
     */
    public List<TrainingImage> repeats(PlaneStack stack, boolean consecutive) {
        AxisImage view = view(stack);
        Axis repeated = view.axes().contains(Axis.TIME) ? Axis.TIME : Axis.Z;
        return repeats(view.along(repeated), consecutive, stack);
    }

    /**
     * Images of one size that show one thing, under the same conditions; a single one is a stack.
     */
    public List<TrainingImage> repeats(List<PlaneStack> images, boolean consecutive) {
        PlaneStack first = images.get(0);
        if (images.size() == 1) return repeats(first, consecutive);
        images.forEach(image -> requireSameSize(image, first));
        return repeats(images.stream().map(this::view).toList(), consecutive, first);
    }

    private List<TrainingImage> repeats(
            List<AxisImage> looks, boolean consecutive, PlaneStack first) {
        if (looks.size() < 2)
            throw new IllegalArgumentException(
                    "%s is a single image: to learn from repeats, give two or more of the same thing."
                            .formatted(first.title()));
        DataRange range = first.dataRange();
        List<List<List<AxisImage>>> groups =
                looks.stream().map(look -> channelGroups(look, first.title())).toList();
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < groups.get(0).size(); i++) {
            int group = i;
            List<IntensityMap> maps = maps(groups.get(0).get(group));
            for (var parts : transposed(groups.stream().map(g -> parts(g.get(group))).toList()))
                images.add(shown(new Repeats(parts, consecutive, range, maps)));
        }
        return images;
    }

    private static <T> List<List<T>> transposed(List<List<T>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(i -> rows.stream().map(row -> row.get(i)).toList())
                .toList();
    }

    /** Noisy images without anything to compare them with. */
    public List<TrainingImage> noisyOnly(PlaneStack noisy, BlindSpot blindSpot) {
        DataRange range = noisy.dataRange();
        return alone(noisy, (part, maps) -> new NoisyOnly(part, blindSpot, range, maps));
    }

    /**
     * The same, whose pixels are compared with their neighbours.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the image is too small
     */
    public List<TrainingImage> neighbours(PlaneStack noisy) {
        AxisImage view = noisy.view();
        if (Math.min(view.size(Axis.X), view.size(Axis.Y)) < 2)
            throw new IllegalArgumentException(
                    noisy.title() + " is too small to learn from neighbouring pixels.");
        DataRange range = noisy.dataRange();
        return alone(noisy, (part, maps) -> new NeighbourPairs(part, range, maps));
    }

    private List<TrainingImage> alone(
            PlaneStack noisy,
            BiFunction<RandomAccessibleInterval<FloatType>, List<IntensityMap>, TrainingImage>
                    example) {
        List<TrainingImage> images = new ArrayList<>();
        for (List<AxisImage> channels : channelGroups(noisy)) {
            List<IntensityMap> maps = maps(channels);
            for (RandomAccessibleInterval<FloatType> part : parts(channels))
                images.add(shown(example.apply(part, maps)));
        }
        return images;
    }

    /** The pairs of channels that belong together. */
    private List<TrainingImage> pairs(List<AxisImage> noisy, Targets clean) {
        List<IntensityMap> maps = maps(noisy);
        List<RandomAccessibleInterval<FloatType>> noisyParts = parts(noisy);
        List<RandomAccessibleInterval<FloatType>> cleanParts = parts(clean.channels());
        List<TrainingImage> images = new ArrayList<>();
        for (int i = 0; i < noisyParts.size(); i++)
            images.add(
                    shown(
                            new TrainingImage.Pair(
                                    noisyParts.get(i), cleanParts.get(i), clean.range(), maps)));
        return images;
    }

    private List<IntensityMap> maps(List<AxisImage> channels) {
        return ofPlanes(
                channels.stream()
                        .map(channel -> normalization.fit(PlaneSample.of(channel.planes())))
                        .toList());
    }

    /** The maps of the channels for each of the planes that are shown at once. */
    private List<IntensityMap> ofPlanes(List<IntensityMap> maps) {
        int planes = cut.context().map(PlaneContext::planes).orElse(1);
        return Collections.nCopies(planes, maps).stream().flatMap(List::stream).toList();
    }

    private TrainingImage shown(TrainingImage image) {
        return cut.context()
                .<TrainingImage>map(planes -> new WithContext(image, planes))
                .orElse(image);
    }

    private List<List<AxisImage>> channelGroups(PlaneStack image) {
        return channelGroups(view(image), image.title());
    }

    private AxisImage view(PlaneStack image) {
        return cut.axes().of(image.view());
    }

    /** The channels that the network is shown together: one by one, or all. */
    private List<List<AxisImage>> channelGroups(AxisImage image, String title) {
        if (cut.dimensions() == 3) requireSlices(image, title);
        cut.context().ifPresent(planes -> requirePlanes(planes, image, title));
        List<AxisImage> all = image.channels();
        if (cut.channels() == 1) return all.stream().map(List::of).toList();
        if (all.size() == cut.channels()) return List.of(all);
        throw new IllegalArgumentException(
                "The network learns from images of %d channels, and %s has %d."
                        .formatted(cut.channels(), title, all.size()));
    }

    private static void requireSlices(AxisImage image, String title) {
        if (image.size(Axis.Z) > 1) return;
        long frames = image.size(Axis.TIME);
        String found =
                frames > 1
                        ? " has %d frames (t): if these are slices, choose the axes z."
                                .formatted(frames)
                        : " has none.";
        throw new IllegalArgumentException(
                "The network learns from volumes of several slices (z), and " + title + found);
    }

    private static void requirePlanes(PlaneContext planes, AxisImage image, String title) {
        long found = image.size(planes.along());
        if (found < planes.planes())
            throw new IllegalArgumentException(
                    "The network is shown %d planes at once along %s, and %s has %d."
                            .formatted(planes.planes(), planes.axis(), title, found));
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the axes or sizes differ
     */
    static void requireSameSize(PlaneStack image, PlaneStack other) {
        AxisImage view = image.view();
        AxisImage otherView = other.view();
        if (!view.axes().equals(otherView.axes())
                || !Intervals.equalDimensions(view.pixels(), otherView.pixels()))
            throw new IllegalArgumentException(
                    "The images %s (%s) and %s (%s) should show the same thing, but differ in size."
                            .formatted(image.title(), size(view), other.title(), size(otherView)));
    }

    /** Planes or volumes, each with its channels as the last axis, and its context's with them. */
    private List<RandomAccessibleInterval<FloatType>> parts(List<AxisImage> channels) {
        return transposed(channels.stream().map(this::parts).toList()).stream()
                .map(part -> transposed(part).stream().flatMap(List::stream).toList())
                .<RandomAccessibleInterval<FloatType>>map(Views::stack)
                .toList();
    }

    /** Each with those that are shown along with it. */
    private List<List<RandomAccessibleInterval<FloatType>>> parts(AxisImage channel) {
        if (cut.context().isPresent()) return cut.context().get().around(channel);
        List<RandomAccessibleInterval<FloatType>> parts =
                cut.dimensions() == 3 ? channel.volumes() : channel.planes();
        return parts.stream().map(List::of).toList();
    }

    private static String size(AxisImage image) {
        return image.axes() + " " + Arrays.toString(image.pixels().dimensionsAsLongArray());
    }
}
