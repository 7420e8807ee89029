package io.github.noise2clean.foreign;

import java.util.List;

/** A step of what is done to what a network has made of a noisy image. */
sealed interface FinalStep {

    /** What the step does to one channel of what was made. */
    PixelMap fit(Pixels noisy, Pixels made, int channel);

    /** Whether all that was made must be seen before any of it can be finished. */
    boolean needsAll();

    /** A step that looks at what was made, if at anything. */
    record OfMade(Step step) implements FinalStep {

        @Override
        public PixelMap fit(Pixels noisy, Pixels made, int channel) {
            return step.fit(made, channel);
        }

        @Override
        public boolean needsAll() {
            return step.isFitted();
        }

        @Override
        public String toString() {
            return step.toString();
        }
    }

    /** A step that is fitted to the noisy image, before all processing. */
    record OfNoisy(Step step) implements FinalStep {

        @Override
        public PixelMap fit(Pixels noisy, Pixels made, int channel) {
            return step.fit(noisy, channel);
        }

        @Override
        public boolean needsAll() {
            return false;
        }

        @Override
        public String toString() {
            return step + " of the noisy image";
        }
    }

    /** Gives what was made the mean and the standard deviation of the noisy image. */
    record MatchMoments(Step.Standardize moments) implements FinalStep {

        @Override
        public PixelMap fit(Pixels noisy, Pixels made, int channel) {
            PixelMap standard = moments.fit(made, channel);
            PixelMap back = moments.fit(noisy, channel).inverse();
            return new PixelMap.Chain(List.of(standard, back));
        }

        @Override
        public boolean needsAll() {
            return true;
        }

        @Override
        public String toString() {
            return "scale_mean_variance";
        }
    }
}
