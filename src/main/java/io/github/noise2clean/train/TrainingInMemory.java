package io.github.noise2clean.train;

import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A training too short to be worth a checkpoint, which leaves no file behind. */
public record TrainingInMemory(TrainingPlan plan, TrainingSet images) {

    /**
     * Trains from fresh weights to the end.
     *
     * @param stopped asked before every step
     * @throws CancellationException if it is stopped
     * @throws TrainingDivergedException if the loss is no longer finite
     * @throws IOException if PyTorch cannot load the network
     */
    public TrainedModel run(TrainingListener listener, BooleanSupplier stopped) throws IOException {
        Graph graph = plan.architecture().graph();
        PatchSupply patches = new PatchSupply(images, Footprint.of(graph), plan.settings());
        Trainer.Start start = new Trainer.Start(plan.device().device(), Optional.empty());
        try (Trainer trainer = new Trainer(graph, patches, plan.settings(), start)) {
            if (!trainer.run(listener, stopped, state -> {}))
                throw new CancellationException("The training was stopped.");
            ModelCard card =
                    plan.card(trainer.history(), trainer.patchesAtOnce())
                            .withInputRange(patches.inputRange());
            return new TrainedModel(card, graph, trainer.keptWeights());
        }
    }
}
