package io.github.noise2clean.cli;

import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.train.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is told of a training that was interrupted, now or earlier.
 *
 * @param model its file
 */
record TrainingNotes(Terminal terminal, Path model) {

    /** To be told where a training starts anew. */
    void noteReplacedCheckpoint() {
        Path checkpoint = TrainingJob.checkpointOf(model);
        if (Files.exists(checkpoint))
            terminal.err()
                    .println(
                            "Starting anew: the checkpoint "
                                    + checkpoint
                                    + " of an interrupted training will be replaced; --resume would"
                                    + " go on from it.");
    }

    /**
     * @param card of the model so far
     */
    void noteInterruption(ModelCard card) {
        terminal.err().println(card.history().isEmpty() ? nothingKept() : kept(card));
    }

    private static String nothingKept() {
        return "Interrupted before the first epoch ended: nothing was written, and the training"
                + " must start anew.";
    }

    private String kept(ModelCard card) {
        return "Interrupted after epoch "
                + card.history().size()
                + ": the "
                + card.settings().get("weights")
                + " weights so far are kept in "
                + model
                + "; the same command with --resume goes on.";
    }
}
