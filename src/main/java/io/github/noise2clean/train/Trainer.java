package io.github.noise2clean.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
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
        this.validation = new Validation(patches.validation(), optimisation.loss());
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
                    long step = (long) history.size() * steps + i;
                    listener.phaseBegun(Phase.DATA);
                    double loss = step(batches.next(), step, listener);
                    lossSum += loss;
                    kept.stepDone(step + 1);
                    listener.stepDone(step + 1, settings.schedule().steps(), loss);
                }
                endEpoch(lossSum / steps);
                listener.epochDone(history.get(history.size() - 1), settings.schedule().epochs());
                keeper.keep(new TrainingState(history, weights(), keptWeights(), adam.moments()));
            }
        }
        return true;
    }

    List<Epoch> history() {
        return List.copyOf(history);
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

    private Adam adam(Optional<TrainingState> state) {
        if (state.isEmpty()) return new Adam(module.learned(), optimisation(), scope);
        return new Adam(module.learned(), optimisation(), scope, state.get().moments());
    }

    private double step(Batch batch, long step, TrainingListener listener) {
        Torch.seed(Seeds.mixed(settings.seed(), step));
        try (NDManager stepScope = scope.newSubManager();
                GradientCollector gradients = Torch.engine().newGradientCollector()) {
            listener.phaseBegun(Phase.FORWARD);
            NDList outputs = module.trainingOutputs(Batches.noisy(batch, stepScope));
            NDArray loss = loss(outputs, Target.of(batch, stepScope), step);
            listener.phaseBegun(Phase.BACKWARD);
            gradients.backward(loss);
            listener.phaseBegun(Phase.OPTIMISER);
            adam.step(step, optimisation().learningRate().at(step, steps()));
            listener.phaseBegun(Phase.REST);
            return finite(loss.getFloat(), step);
        }
    }

    private NDArray loss(NDList outputs, Target target, long step) {
        NDArray reconstruction = target.loss(optimisation().loss(), outputs.head());
        if (!graph.isVariational()) return reconstruction;
        double progress = (double) step / steps();
        return reconstruction.add(
                optimisation().divergence().evaluate(outputs.get(1), outputs.get(2), progress));
    }

    private TrainingSettings.Optimisation optimisation() {
        return settings.optimisation();
    }

    private long steps() {
        return settings.schedule().steps();
    }

    private static double finite(float loss, long step) {
        if (Float.isFinite(loss)) return loss;
        throw new TrainingDivergedException(step);
    }

    private void endEpoch(double trainingLoss) {
        Validation.Result result = validation.of(module);
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
