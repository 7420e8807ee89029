package io.github.noise2clean.monitor;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** What a training's loss was up to now; where one was resumed, all before is unknown. */
final class TrainingLosses implements TrainingListener {

    private final List<Double> steps = new ArrayList<>();
    private final List<Double> training = new ArrayList<>();
    private final List<Double> validation = new ArrayList<>();

    @Override
    public void stepDone(long step, long total, double loss) {
        put(steps, step, loss);
    }

    @Override
    public void epochDone(Epoch epoch, int total) {
        put(training, epoch.number(), epoch.trainingLoss());
        put(validation, epoch.number(), epoch.validationLoss());
    }

    LossCurve ofEpochs() {
        return new LossCurve(array(training), array(validation));
    }

    StepLossCurve ofSteps() {
        return new StepLossCurve(array(steps));
    }

    /**
     * @param number counted from 1
     */
    private static void put(List<Double> losses, long number, double loss) {
        while (losses.size() < number - 1) losses.add(Double.NaN);
        losses.add(loss);
    }

    private static double[] array(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
