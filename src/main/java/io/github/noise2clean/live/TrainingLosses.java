package io.github.noise2clean.live;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.LossCurve;
import io.github.noise2clean.monitor.QualityCurve;
import io.github.noise2clean.monitor.StepLossCurve;
import io.github.noise2clean.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a training has come to up to now; where one was resumed, its earlier steps are unknown. */
final class TrainingLosses implements TrainingListener {

    private final List<Double> steps = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();

    @Override
    public void stepDone(long step, long total, double loss) {
        while (steps.size() < step - 1) steps.add(Double.NaN);
        steps.add(loss);
    }

    @Override
    public void epochDone(Epoch epoch, int total) {
        epochs.add(epoch);
    }

    @Override
    public void modelKept(TrainedModel model) {
        epochs.clear();
        epochs.addAll(model.card().history());
    }

    /** As they are now. */
    Curves curves() {
        return new Curves(
                new LossCurve(each(Epoch::trainingLoss), each(Epoch::validationLoss)),
                new StepLossCurve(steps.stream().mapToDouble(Double::doubleValue).toArray()),
                new QualityCurve(each(Epoch::psnr), each(Epoch::ssim)),
                List.copyOf(epochs));
    }

    private double[] each(ToDoubleFunction<Epoch> number) {
        return epochs.stream().mapToDouble(number).toArray();
    }
}
