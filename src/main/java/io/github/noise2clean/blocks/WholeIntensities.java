package io.github.noise2clean.blocks;

import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Moments;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.DenoisingModel;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What is done to the grey values of each channel, found in all of a stored image; the same
 * whatever runs the tasks, and in which order.
 *
 * <p>Where a rule looks at more than how often each value occurs, a sample of the image is shown to
 * it.
 *
 * @param input where the image is stored, for all processes
 */
record WholeIntensities(StoredImage image, String input, TaskRunner runner, JobListener listener) {

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the pixels do not tell
     */
    List<IntensityMap> of(DenoisingModel model) throws IOException {
        Optional<Normalization> rule = model.normalization();
        Optional<IntensityMap> common = rule.flatMap(Normalization::common);
        if (common.isPresent()) return Collections.nCopies((int) image.channels(), common.get());
        if (rule.isPresent() && rule.get() instanceof Normalization.Percentile percentile)
            return greys(0, percentile.low(), percentile.high(), 100).stream()
                    .map(greys -> percentile.fit(greys::percentile))
                    .toList();
        if (rule.isPresent() && rule.get() instanceof Normalization.MeanStd meanStd)
            return moments().stream().map(meanStd::fit).toList();
        return model.intensities(new BoxSample(image).read());
    }

    /** In the order of the ranges, since the last bits depend on it. */
    private List<Moments> moments() throws IOException {
        TreeMap<Integer, List<Moments>> found = new TreeMap<>();
        run(new MomentsWork(input), part -> found.put(part.number(), part.channels()));
        return IntStream.range(0, (int) image.channels())
                .mapToObj(c -> found.values().stream().map(channels -> channels.get(c)))
                .map(parts -> parts.reduce(Moments.NONE, Moments::plus))
                .toList();
    }

    private List<ChannelGreys> greys(double... percents) throws IOException {
        GreyKeys keys = GreyKeys.of(image.array().header().type());
        List<ChannelGreys> first =
                counted(new CountWork(input, keys, List.of())).channels().stream()
                        .map(counts -> new ChannelGreys(keys, counts.get(0)))
                        .toList();
        if (keys.isOneDigit()) return first;
        List<List<Integer>> wanted = first.stream().map(c -> c.firsts(percents)).toList();
        CountWork.Counted second = counted(new CountWork(input, keys, wanted));
        return IntStream.range(0, first.size())
                .mapToObj(c -> first.get(c).with(wanted.get(c), second.channels().get(c)))
                .toList();
    }

    private CountWork.Counted counted(CountWork work) throws IOException {
        CountWork.Counted sum = work.none((int) image.channels());
        run(work, sum::add);
        return sum;
    }

    private <R extends Serializable> void run(TaskRunner.Work<Range, R> work, Consumer<R> done)
            throws IOException {
        List<Range> ranges = new ChannelBlocks(image).ranges();
        PhaseProgress progress = new PhaseProgress(listener, Phase.COUNTING, ranges.size());
        runner.run(
                ranges,
                work,
                result -> {
                    done.accept(result);
                    progress.taskDone();
                });
    }
}
