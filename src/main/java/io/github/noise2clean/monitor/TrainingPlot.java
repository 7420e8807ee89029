package io.github.noise2clean.monitor;

import ij.process.ImageProcessor;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A window with the loss curve of a training that goes on, redrawn after every epoch. */
public final class TrainingPlot implements TrainingListener {

    private final PictureWindow window;
    private final List<Epoch> epochs = new ArrayList<>();

    private TrainingPlot(PictureWindow window) {
        this.window = window;
    }

    /** Opens the window; without a screen, and in a macro's batch mode, nothing listens. */
    public static TrainingListener open(String title) {
        return PictureWindow.open(title, curve(new double[0], new double[0]))
                .<TrainingListener>map(TrainingPlot::new)
                .orElse(NONE);
    }

    @Override
    public void epochDone(Epoch epoch, int total) {
        epochs.add(epoch);
        window.show(curve(losses(Epoch::trainingLoss), losses(Epoch::validationLoss)));
    }

    private static ImageProcessor curve(double[] training, double[] validation) {
        return new LossCurve(training, validation).draw();
    }

    /** One per epoch from the first; NaN for those before a training was resumed. */
    private double[] losses(ToDoubleFunction<Epoch> loss) {
        double[] losses = new double[epochs.get(epochs.size() - 1).number()];
        Arrays.fill(losses, Double.NaN);
        for (Epoch epoch : epochs) losses[epoch.number() - 1] = loss.applyAsDouble(epoch);
        return losses;
    }
}
