package io.github.noise2clean.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What is done to an image before a network and to what it makes.
 *
 * @param after as its makers say; empty where they say nothing
 */
record Processing(List<Step> before, List<FinalStep> after) {

    Processing {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Whether all that was made must be seen before any of it can be finished. */
    boolean needsAll() {
        return after.stream().anyMatch(FinalStep::needsAll);
    }

    /** What is done before, to each channel. */
    List<PixelMap> before(Pixels noisy) {
        Chains chains = new Chains(noisy);
        for (Step step : before) chains.add(channel -> step.fit(chains.pixels, channel));
        return chains.maps();
    }

    /** What the makers say that is done after, to each channel. */
    List<PixelMap> after(Pixels noisy, Pixels made) {
        Chains chains = new Chains(made);
        for (FinalStep step : after) chains.add(channel -> step.fit(noisy, chains.pixels, channel));
        return chains.maps();
    }

    /** What makes grey values of what was made, where that needs not be seen as a whole. */
    List<PixelMap> restoration(Pixels noisy) {
        if (after.isEmpty()) return before(noisy).stream().map(PixelMap::inverse).toList();
        if (needsAll()) return Collections.nCopies(noisy.channels().size(), PixelMap.IDENTITY);
        return after(noisy, noisy);
    }

    /**
     * @throws IllegalArgumentException if a step is made for another number of channels
     */
    void requireChannels(int channels) {
        for (Step step : before) requireChannels(step, channels);
        for (FinalStep step : after)
            if (step instanceof FinalStep.OfMade made) requireChannels(made.step(), channels);
    }

    private static void requireChannels(Step step, int channels) {
        if (step instanceof Step.ScaleLinear linear) linear.require(channels);
    }

    /** The maps of each channel so far, and what they make of the pixels. */
    private static final class Chains {

        private final List<List<PixelMap>> byChannel;
        private Pixels pixels;

        Chains(Pixels pixels) {
            this.pixels = pixels;
            this.byChannel = channels().<List<PixelMap>>mapToObj(c -> new ArrayList<>()).toList();
        }

        void add(IntFunction<PixelMap> step) {
            List<PixelMap> maps = channels().mapToObj(step).toList();
            pixels = pixels.mapped(maps);
            channels().forEach(c -> byChannel.get(c).add(maps.get(c)));
        }

        List<PixelMap> maps() {
            return byChannel.stream().<PixelMap>map(PixelMap.Chain::new).toList();
        }

        private IntStream channels() {
            return IntStream.range(0, pixels.channels().size());
        }
    }
}
