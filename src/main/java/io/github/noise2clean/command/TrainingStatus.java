package io.github.noise2clean.command;

import io.github.noise2clean.live.DeviceText;
import io.github.noise2clean.live.Pace;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingListener;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.scijava.log.Logger;

/** Shows how a training goes; what an epoch brought is logged too, since a status passes. */
final class TrainingStatus implements TrainingListener {

    private final StatusBar bar;
    private final Logger log;
    private final DeviceChoice device;
    private final Pace pace;
    private String lastEpoch = "Training";

    /**
     * @param device where the network learns
     * @param clock in nanoseconds; stands still while the training waits
     */
    TrainingStatus(StatusBar bar, Logger log, DeviceChoice device, LongSupplier clock) {
        this.bar = bar;
        this.log = log;
        this.device = device;
        this.pace = new Pace(clock);
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        pace.stepDone(step, steps, loss);
        String text =
                String.format(Locale.ROOT, "%s  (loss %.5f, %s, Esc stops)", lastEpoch, loss, pace);
        bar.show((double) step / steps, text);
    }

    @Override
    public void epochDone(Epoch epoch, int epochs) {
        lastEpoch = epoch.summary(epochs);
        log.info(String.join("  ", lastEpoch, pace.toString(), DeviceText.of(device)));
    }

    @Override
    public void noted(String sentence) {
        log.info(sentence);
    }

    /** What a training has come to, in a sentence. */
    static String outcome(TrainingJob.Result result, Path file) {
        ModelCard card = result.model().card();
        if (result.finished())
            return "Saved %s with the %s weights.".formatted(file, card.settings().get("weights"));
        int finished = card.history().size();
        return finished == 0
                ? "Stopped before the first epoch ended: nothing was written."
                : "Stopped after epoch %d: the %s weights so far are kept in %s; resume goes on."
                        .formatted(finished, card.settings().get("weights"), file);
    }
}
