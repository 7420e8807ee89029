package io.github.noise2clean.train;

/** The loss is no longer a number. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingDivergedException(long step) {
        super(
                "The training diverged at step "
                        + (step + 1)
                        + ": try a lower learning rate, or check the images for NaN pixels.");
    }
}
