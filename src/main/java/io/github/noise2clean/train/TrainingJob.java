package io.github.noise2clean.train;

import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.exchange.ModelPackage;
import io.github.noise2clean.exchange.PackageOptions;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Trains a network on images and saves it.
 *
 * <p>After every epoch a checkpoint is written beside the model's file; it is deleted when the
 * training has come to its end. A training that is stopped saves the best weights so far; before
 * the first epoch has ended there are none, and the file is left as it is. One that is cancelled,
 * by a CancellationException in place of an answer whether to stop, saves nothing, and leaves no
 * checkpoint but that from which it was resumed.
 */
public final class TrainingJob {

    private final TrainingPlan plan;
    private final Graph graph;
    private final PatchSupply patches;
    private final Path output;
    private final Checkpoint checkpoint;

    /** The best model so far, and whether the training came to its end. */
    public record Result(TrainedModel model, boolean finished) {

        /** Whether there was something worth saving: at least one epoch. */
        public boolean saved() {
            return !model.card().history().isEmpty();
        }
    }

    public TrainingJob(TrainingPlan plan, TrainingSet images, Path output) {
        this.plan = plan;
        this.graph = plan.architecture().graph();
        this.patches = new PatchSupply(images, Footprint.of(graph), plan.settings());
        this.output = output;
        this.checkpoint = new Checkpoint(checkpointOf(output), graph, plan.asText());
    }

    /** Where the checkpoint of a model's training lies. */
    public static Path checkpointOf(Path output) {
        return output.resolveSibling(output.getFileName() + ".checkpoint");
    }

    /** Trains from fresh weights. {@code stopped} is asked before every step. */
    public Result start(TrainingListener listener, BooleanSupplier stopped) throws IOException {
        return run(Optional.empty(), listener, stopped);
    }

    /**
     * Goes on from the checkpoint; ends in the weights of an uninterrupted training. Where that has
     * come to its end already, its model is read.
     *
     * @throws IOException with a sentence for the user, if there is no checkpoint or it does not
     *     fit
     */
    public Result resume(TrainingListener listener, BooleanSupplier stopped) throws IOException {
        if (Files.exists(checkpoint.file()))
            return run(Optional.of(checkpoint.read()), listener, stopped);
        Optional<TrainedModel> ended = ended();
        if (ended.isPresent()) return new Result(ended.get(), true);
        throw new IOException("There is no checkpoint " + checkpoint.file() + " to resume from.");
    }

    /** The model, if it is that of all epochs of this plan. */
    private Optional<TrainedModel> ended() throws IOException {
        if (!Files.exists(output)) return Optional.empty();
        TrainedModel model = ModelFile.read(output);
        ModelCard card = model.card();
        boolean complete = card.history().size() == plan.settings().schedule().epochs();
        return complete && card.settings().entrySet().containsAll(plan.asText().entrySet())
                ? Optional.of(model)
                : Optional.empty();
    }

    private Result run(
            Optional<TrainingState> state, TrainingListener listener, BooleanSupplier stopped)
            throws IOException {
        Trainer.Start start = new Trainer.Start(plan.device().device(), state);
        try (Trainer trainer = new Trainer(graph, patches, plan.settings(), start)) {
            boolean finished = run(trainer, state.isEmpty(), listener, stopped);
            Result result = new Result(model(trainer, finished), finished);
            if (!result.saved()) return result;
            TrainedModel saved =
                    ModelPackage.write(result.model(), PackageOptions.STANDARD, output);
            if (finished) checkpoint.delete();
            return new Result(saved, finished);
        }
    }

    private boolean run(
            Trainer trainer, boolean anew, TrainingListener listener, BooleanSupplier stopped)
            throws IOException {
        Trainer.Keeper keeper =
                state -> {
                    checkpoint.write(state);
                    listener.modelKept(model(trainer, false));
                };
        new Preflight(plan, patches.patchSize()).sentence().ifPresent(listener::noted);
        try {
            return trainer.run(listener, stopped, keeper);
        } catch (CancellationException e) {
            if (anew && !trainer.history().isEmpty()) checkpoint.delete();
            throw e;
        }
    }

    private TrainedModel model(Trainer trainer, boolean finished) throws IOException {
        ModelCard card =
                plan.card(trainer.history(), trainer.patchesAtOnce())
                        .withInputRange(patches.inputRange());
        Weights weights = trainer.keptWeights();
        boolean hasCode = finished && graph.isVariational();
        return new TrainedModel(
                hasCode ? card.withCodeUse(codeUse(weights, trainer.patchesAtOnce())) : card,
                graph,
                weights);
    }

    private CodeUse codeUse(Weights weights, PatchesAtOnce atOnce) throws IOException {
        List<Batch> shown =
                patches.validation().stream()
                        .flatMap(batch -> batch.parts(atOnce.patches()).stream())
                        .toList();
        byte[] archive = TorchScript.write(graph, weights);
        try (TorchModule module = TorchModule.load(archive, plan.device().device())) {
            return CodeVariance.useOfCode(module, shown);
        }
    }
}
