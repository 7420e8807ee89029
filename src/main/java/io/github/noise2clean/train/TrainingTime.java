package io.github.noise2clean.train;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Summary;
import java.util.Locale;

/**
 * How long a training may take on processor cores, foretold from the network's multiplications.
 *
 * <p>It rests on one measurement: two cores with AVX-512 learned BSD400 in 20 minutes, 4800 steps
 * on 16 patches of 64 x 64 pixels with the usual network. A step is taken for three times the
 * multiplications of denoising its pixels.
 *
 * @param pixels of all patches of a step
 */
public record TrainingTime(Graph graph, long pixels, long steps, int cores) {

    private static final double PASSES = 3;
    private static final double MULTIPLY_ADDS_PER_SECOND = 4e10;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    public TrainingTime {
        if (pixels < 1 || steps < 1 || cores < 1)
            throw new IllegalArgumentException(
                    pixels + " pixels, " + steps + " steps, " + cores + " cores");
    }

    public double seconds() {
        double work = PASSES * Summary.of(graph).multiplyAddsPerPixel() * pixels * steps;
        return work / (MULTIPLY_ADDS_PER_SECOND * cores);
    }

    /** For the user, with what it rests on. */
    public String sentence() {
        return "%d steps: %s on %d core%s as fast as those it was measured on (AVX-512); older ones take some times as long, a GPU much less."
                .formatted(steps, about(seconds()), cores, cores == 1 ? "" : "s");
    }

    private static String about(double seconds) {
        if (seconds < 1.5 * MINUTE) return "about a minute or less";
        return seconds < 2 * HOUR
                ? String.format(Locale.ROOT, "about %.0f minutes", seconds / MINUTE)
                : String.format(Locale.ROOT, "about %.1f hours", seconds / HOUR);
    }
}
