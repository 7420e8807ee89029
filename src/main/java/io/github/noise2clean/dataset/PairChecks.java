package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.PlaneStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Looks for what makes pairs of noisy and clean images bad examples, and tells it in few words. */
final class PairChecks {

    /** More would tell no more, and take time before the training starts. */
    private static final int MOST = 200;

    private final List<PairCheck> checks = new ArrayList<>();

    /**
     * Of many pairs, 200 at regular distances are looked at.
     *
     * @param clean as many as noisy ones, of the same axes and sizes
     */
    static PairChecks of(List<PlaneStack> noisy, List<PlaneStack> clean) {
        PairChecks checks = new PairChecks();
        int count = Math.min(noisy.size(), MOST);
        for (int i = 0; i < count; i++) {
            int pair = (int) ((long) i * noisy.size() / count);
            PlaneStack first = noisy.get(pair);
            checks.add(first.title(), first.view(), clean.get(pair).view());
        }
        return checks;
    }

    /**
     * Looks at every channel of a pair.
     *
     * @param name of the noisy image
     * @param clean with the axes and size of the noisy one
     */
    void add(String name, AxisImage noisy, AxisImage clean) {
        List<AxisImage> noisyChannels = noisy.channels();
        List<AxisImage> cleanChannels = clean.channels();
        for (int i = 0; i < noisyChannels.size(); i++) {
            String channel = noisyChannels.size() > 1 ? " (channel " + (i + 1) + ")" : "";
            checks.add(PairCheck.of(name + channel, noisyChannels.get(i), cleanChannels.get(i)));
        }
    }

    /** One for each kind of fault, with the worst pair; none where all is well. */
    List<String> warnings(PairMatch match) {
        Stream<Optional<String>> all =
                match.intensities() == PairIntensities.MATCHED
                        ? Stream.of(unlike(), shifted(match))
                        : Stream.of(unlike(), otherIntensities(), shifted(match));
        return all.flatMap(Optional::stream).toList();
    }

    private Optional<String> unlike() {
        return worst(PairCheck::isUnlike, check -> -check.intensities().slope())
                .map(fault -> fault.told("does not resemble the clean one", ""))
                .map(told -> told + "Are they of the same thing, or is there nothing in them?");
    }

    private Optional<String> otherIntensities() {
        return worst(PairCheck::differsInIntensities, check -> check.intensities().difference())
                .map(
                        fault ->
                                fault.told(
                                        "has other grey values than the clean one",
                                        ": " + fault.worst().intensitiesText()))
                .map(
                        told ->
                                told
                                        + "Match the intensities (--match-intensities), or the"
                                        + " network learns this difference too.");
    }

    private Optional<String> shifted(PairMatch match) {
        return worst(check -> check.shift().matters(), check -> check.shift().length())
                .map(
                        fault ->
                                fault.told(
                                        "is shifted from the clean one",
                                        ": by " + fault.worst().shift()))
                .map(told -> told + advice(match.aligned()) + ", or the network learns to blur.");
    }

    private static String advice(boolean aligned) {
        return aligned
                ? "This could not be aligned: do it beforehand"
                : "Align the images (--align)";
    }

    private Optional<Fault> worst(
            Predicate<PairCheck> isFaulty, ToDoubleFunction<PairCheck> badness) {
        List<PairCheck> faulty = checks.stream().filter(isFaulty).toList();
        return faulty.stream()
                .max(Comparator.comparingDouble(badness))
                .map(worst -> new Fault(worst, faulty.size(), checks.size()));
    }

    private record Fault(PairCheck worst, int faulty, int all) {

        /** Such as "In 2 of 9 pairs the noisy image is dark (the most in a.tif). ". */
        String told(String what, String how) {
            String where = all == 1 ? "The noisy image " : pairs() + " the noisy image ";
            String most = faulty > 1 ? "the most in " : "";
            return where + what + " (" + most + worst.name() + how + "). ";
        }

        private String pairs() {
            return "In " + faulty + " of " + all + " pairs";
        }
    }
}
