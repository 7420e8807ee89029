package io.github.noise2clean.train;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.Prefetcher;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The training loop. */
final class Trainer implements AutoCloseable {

    private final Graph graph;
    private final TrainingSettings settings;
    private final PatchSupply patches;
    private final TorchModule module;
    private final NDManager scope;
    private final Adam adam;
    private final Objective objective;
    private final GradientSum gradients;
    private final Validation validation;
    private final List<Epoch> history;
    private final KeptWeights kept;

    /** Starts anew from fresh weights, or goes on from where a training stopped. */
    Trainer(Graph graph, PatchSupply patches, TrainingSettings settings, Start start)
            throws IOException {
        this.graph = graph;
        this.settings = settings;
        this.patches = patches;
        Weights weights =
                start.state()
                        .map(TrainingState::weights)
                        .orElseGet(() -> Weights.initial(graph, settings.seed()));
        TrainingSettings.Optimisation optimisation = settings.optimisation();
        byte[] archive = TorchScript.write(graph, weights, optimisation.precision());
        this.module = TorchModule.loadForTraining(archive, start.device());
        this.scope = Torch.newScope(start.device());
        this.adam = adam(start.state());
        this.objective =
                new Objective(
                        optimisation.loss(),
                        Optional.of(optimisation.divergence()).filter(d -> graph.isVariational()));
        this.gradients = new GradientSum(module::trainingOutputs, module.learned(), atOnce(start));
        this.validation = new Validation(patches.validation(), objective);
        this.history = new ArrayList<>(start.state().map(TrainingState::history).orElse(List.of()));
        this.kept =
                new KeptWeights(
                        settings.weights(), start.state().map(TrainingState::kept), this::weights);
    }

    /** The device, and the state to go on from if there is one. */
    record Start(Device device, Optional<TrainingState> state) {}

    /** Is given the state after each epoch. */
    interface Keeper {
        void keep(TrainingState state) throws IOException;
    }

    /**
     * Trains to the end, or until {@code stopped}, which is asked before every step.
     *
     * @return whether the end was reached
     */
    boolean run(TrainingListener listener, BooleanSupplier stopped, Keeper keeper)
            throws IOException {
        int steps = settings.schedule().stepsPerEpoch();
        try (Prefetcher batches = patches.prefetch((long) history.size() * steps)) {
            while (history.size() < settings.schedule().epochs()) {
                double lossSum = 0;
                for (int i = 0; i < steps; i++) {
                    if (stopped.getAsBoolean()) return false;
                    listener.phaseBegun(Phase.DATA);
                    Batch batch = batches.next();
                    lossSum += step(batch, (long) history.size() * steps + i, listener);
                }
                endEpoch(lossSum / steps);
                listener.epochDone(history.get(history.size() - 1), settings.schedule().epochs());
                keeper.keep(state());
            }
        }
        return true;
    }

    List<Epoch> history() {
        return List.copyOf(history);
    }

    /** How many patches the memory has been found to hold. */
    PatchesAtOnce patchesAtOnce() {
        return new PatchesAtOnce(gradients.atOnce(), settings.patches().batch(), graph);
    }

    /** Those to end with; before there are any, those of now. */
    Weights keptWeights() {
        return kept.get();
    }

    @Override
    public void close() {
        scope.close();
        module.close();
    }

    private static int atOnce(Start start) {
        return start.state().map(TrainingState::atOnce).orElse(Integer.MAX_VALUE);
    }

    private TrainingState state() {
        return new TrainingState(
                history, weights(), keptWeights(), adam.moments(), gradients.atOnce());
    }

    private Adam adam(Optional<TrainingState> state) {
        if (state.isEmpty()) return new Adam(module.learned(), optimisation(), scope);
        return new Adam(module.learned(), optimisation(), scope, state.get().moments());
    }

    private double step(Batch batch, long step, TrainingListener listener) {
        int before = gradients.atOnce();
        double loss = learn(batch, step, listener);
        if (gradients.atOnce() < before) listener.noted(patchesAtOnce().sentence(step));
        kept.stepDone(step + 1);
        listener.stepDone(step + 1, steps(), loss);
        return loss;
    }

    private double learn(Batch batch, long step, TrainingListener listener) {
        double progress = (double) step / steps();
        double loss =
                gradients.add(
                        batch,
                        Seeds.mixed(settings.seed(), step),
                        (outputs, part) -> objective.evaluate(outputs, part, progress),
                        listener);
        listener.phaseBegun(Phase.OPTIMISER);
        adam.step(step, optimisation().learningRate().at(step, steps()));
        listener.phaseBegun(Phase.REST);
        return finite(loss, step);
    }

    private TrainingSettings.Optimisation optimisation() {
        return settings.optimisation();
    }

    private long steps() {
        return settings.schedule().steps();
    }

    private static double finite(double loss, long step) {
        if (Double.isFinite(loss)) return loss;
        throw new TrainingDivergedException(step);
    }

    private void endEpoch(double trainingLoss) {
        Validation.Result result = validation.of(module, gradients.atOnce());
        boolean improved =
                history.stream().allMatch(epoch -> result.loss() < epoch.validationLoss());
        history.add(
                new Epoch(
                        history.size() + 1,
                        trainingLoss,
                        result.loss(),
                        result.psnr(),
                        result.ssim()));
        kept.epochDone(improved);
    }

    private Weights weights() {
        List<float[]> tensors = module.tensors();
        Map<String, float[]> values = new LinkedHashMap<>();
        for (int i = 0; i < tensors.size(); i++)
            values.put(graph.parameters().get(i).name(), tensors.get(i));
        return new Weights(graph, values);
    }
}
