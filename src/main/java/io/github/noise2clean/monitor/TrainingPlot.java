package io.github.noise2clean.monitor;

import ij.IJ;
import ij.gui.GUI;
import ij.macro.Interpreter;
import ij.plugin.frame.PlugInFrame;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.train.TrainingListener;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.swing.ImageIcon;
import javax.swing.JLabel;

/**
 * A window with the loss curve of a training that goes on, redrawn after every epoch.
 *
 * <p>It holds no ImageJ image: that would become the active one, which the next line of a macro
 * takes for its input.
 */
public final class TrainingPlot implements TrainingListener {

    private final JLabel picture = new JLabel();
    private final List<Epoch> epochs = new ArrayList<>();

    private TrainingPlot() {}

    /** Opens the window; without a screen, and in a macro's batch mode, nothing listens. */
    public static TrainingListener open(String title) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return NONE;
        TrainingPlot plot = new TrainingPlot();
        EventQueue.invokeLater(() -> plot.show(title));
        return plot;
    }

    @Override
    public void epochDone(Epoch epoch, int total) {
        epochs.add(epoch);
        ImageIcon drawn = icon(losses(Epoch::trainingLoss), losses(Epoch::validationLoss));
        EventQueue.invokeLater(() -> picture.setIcon(drawn));
    }

    private void show(String title) {
        PlugInFrame frame = new PlugInFrame(title);
        Optional.ofNullable(IJ.getInstance()).ifPresent(frame::addKeyListener);
        picture.setIcon(icon(new double[0], new double[0]));
        frame.add(picture);
        frame.pack();
        frame.setResizable(false);
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
    }

    private static ImageIcon icon(double[] training, double[] validation) {
        return new ImageIcon(new LossCurve(training, validation).draw().getBufferedImage());
    }

    /** One per epoch from the first; NaN for those before a training was resumed. */
    private double[] losses(ToDoubleFunction<Epoch> loss) {
        double[] losses = new double[epochs.get(epochs.size() - 1).number()];
        Arrays.fill(losses, Double.NaN);
        for (Epoch epoch : epochs) losses[epoch.number() - 1] = loss.applyAsDouble(epoch);
        return losses;
    }
}
