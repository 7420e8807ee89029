package io.github.noise2clean.command;

import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.live.PreviewImages;
import io.github.noise2clean.live.TrainingControl;
import io.github.noise2clean.live.TrainingMonitor;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.monitor.HeldOutMontage;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingListener;
import io.github.noise2clean.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.scijava.log.Logger;

/**
 * A training that a person may watch, and end.
 *
 * @param file the model's
 */
record WatchedTraining(TrainingPlan plan, TrainingSet images, Path file, TrainingControl control) {

    private static final int SHOWN = 8;
    private static final int SHOWN_SIDE = 192;

    /**
     * @param previews what is to be seen of it while it goes on
     * @throws CancellationException if nothing of it is to be kept
     */
    void run(boolean resume, PreviewImages previews, StatusBar bar, Logger log) throws IOException {
        TrainingJob job = new TrainingJob(plan, images, file);
        String title = "Training " + plan.name();
        try (TrainingMonitor monitor =
                TrainingMonitor.open(title, previews, plan.device(), control)) {
            TrainingListener listener =
                    new TrainingStatus(bar, log, plan.device(), control::clock).andThen(monitor);
            TrainingJob.Result result =
                    resume ? job.resume(listener, control) : job.start(listener, control);
            report(result, log);
            if (monitor.isOpen() && result.saved()) monitor.show(heldOut(result));
        }
    }

    private void report(TrainingJob.Result result, Logger log) {
        result.model().card().codeUse().map(CodeUse::sentence).ifPresent(log::info);
        log.info(TrainingStatus.outcome(result, file));
    }

    private HeldOutMontage heldOut(TrainingJob.Result result) throws IOException {
        HeldOutImages shown = HeldOutImages.of(images, SHOWN, SHOWN_SIDE);
        return HeldOutMontage.of(result.model(), shown, plan.device());
    }
}
