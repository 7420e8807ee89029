package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImagePluses;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/** Scores the images of a test set, several at a time. */
record Measurement(TestSet images, ReproductionListener listener) {

    /** The first images of a test set, on which the strength of a filter is chosen. */
    static final int CHOOSING = 100;

    private static final DataRange RANGE = new DataRange(0, 255);

    /** The mean score of the noisy images as they are. */
    Score ofNoisy() {
        return mean("measuring noisy images", i -> ImagePluses.view(images.noisy(i)));
    }

    /** The mean score of what the filter makes of the noisy images. */
    Score of(Filter filter) {
        return mean("measuring " + filter.name(), i -> filtered(filter, i));
    }

    /** The mean score of denoised images that are there already. */
    Score of(ImagePlus denoised) {
        return mean("measuring the network", i -> clamped(TestSet.image(denoised, i)));
    }

    /** The filter with the best PSNR on the first images. */
    Filter best(List<Filter> filters) {
        return filters.stream().max(Comparator.comparingDouble(this::psnrOnTheFirst)).orElseThrow();
    }

    private double psnrOnTheFirst(Filter filter) {
        int count = Math.min(CHOOSING, images.count());
        return IntStream.range(0, count)
                .parallel()
                .mapToDouble(i -> score(filtered(filter, i), i).psnr())
                .average()
                .orElseThrow();
    }

    private Score mean(String task, IntFunction<AxisImage> tested) {
        AtomicInteger done = new AtomicInteger();
        List<Score> scores =
                IntStream.range(0, images.count())
                        .parallel()
                        .mapToObj(
                                i -> {
                                    Score score = score(tested.apply(i), i);
                                    listener.taskAdvanced(
                                            task, done.incrementAndGet(), images.count());
                                    return score;
                                })
                        .toList();
        return Score.mean(scores);
    }

    private Score score(AxisImage tested, int index) {
        if (listener.isStopped()) throw new CancellationException("Measuring was stopped.");
        return Score.of(ImagePluses.view(images.clean(index)), tested, RANGE.width());
    }

    private AxisImage filtered(Filter filter, int index) {
        return clamped(filter.filter().apply(images.noisy(index)));
    }

    /** A view in which the darkest and the brightest grey values are those of 8 bits. */
    private static AxisImage clamped(ImagePlus image) {
        AxisImage pixels = ImagePluses.view(image);
        return new AxisImage(
                Converters.convert(
                        pixels.pixels(), (in, out) -> out.set(clamped(in.get())), new FloatType()),
                pixels.axes());
    }

    private static float clamped(float grey) {
        return (float) Math.max(RANGE.min(), Math.min(RANGE.max(), grey));
    }
}
