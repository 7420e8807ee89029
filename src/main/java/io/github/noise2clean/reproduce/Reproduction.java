package io.github.noise2clean.reproduce;

import io.github.noise2clean.dataset.BenchmarkData;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.Installation;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Trains a published system anew, measures it on the whole test set and writes the report. */
public final class Reproduction {

    private final Request request;
    private final Experiment experiment;
    private final ReportFolder folder;

    /**
     * @param model the best so far
     * @param report absent where the work was stopped
     */
    public record Outcome(TrainedModel model, Optional<Report> report) {

        /** The epochs that have ended. */
        public List<Epoch> history() {
            return model.card().history();
        }
    }

    private interface Training {
        TrainingJob.Result run(TrainingListener listener, BooleanSupplier stopped)
                throws IOException;
    }

    public Reproduction(Request request, BenchmarkData data, ReportFolder folder) {
        this.request = request;
        this.experiment = Experiment.of(request, data);
        this.folder = folder;
    }

    /** Starts from fresh weights. */
    public Outcome start(ReproductionListener listener) throws IOException {
        StepLog log = new StepLog(folder.stepLog(), System::nanoTime);
        return run(job()::start, log, listener);
    }

    /**
     * Goes on where the same request was stopped.
     *
     * @throws IOException with a sentence for the user, if there is nothing to go on with
     */
    public Outcome resume(ReproductionListener listener) throws IOException {
        StepLog log = StepLog.resumed(folder.stepLog(), System::nanoTime);
        return run(job()::resume, log, listener);
    }

    private TrainingJob job() {
        return new TrainingJob(experiment.plan(), experiment.training(), folder.model());
    }

    private Outcome run(Training training, StepLog log, ReproductionListener listener)
            throws IOException {
        TrainingJob.Result trained = train(training, log, listener);
        if (!trained.finished()) return new Outcome(trained.model(), Optional.empty());
        try {
            return new Outcome(trained.model(), Optional.of(report(trained, log, listener)));
        } catch (CancellationException e) {
            return new Outcome(trained.model(), Optional.empty());
        }
    }

    private TrainingJob.Result train(Training training, StepLog log, ReproductionListener listener)
            throws IOException {
        try {
            return training.run(log.andThen(listener), listener::isStopped);
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the log is a listener, which cannot throw what it means
        }
    }

    private Report report(TrainingJob.Result trained, StepLog log, ReproductionListener listener)
            throws IOException {
        TrainedModel model = trained.model();
        Evaluation evaluation = Evaluation.of(model, experiment.test(), request.device(), listener);
        Report report =
                new Report(
                        request.preset(),
                        model,
                        evaluation.scores(listener),
                        circumstances(log),
                        remarks(trained));
        folder.writeCurves(model.card().history(), log.losses());
        folder.write(evaluation.montage());
        folder.write(report);
        return report;
    }

    private List<String> remarks(TrainingJob.Result trained) {
        Optional<String> noise = request.departures().noise().map(Reproduction::ofAnotherNoise);
        Optional<String> code = trained.model().card().codeUse().map(CodeUse::sentence);
        return Stream.of(noise, code).flatMap(Optional::stream).toList();
    }

    private static String ofAnotherNoise(NoiseModel noise) {
        return "The noise is %s, not the author's: the two figures are not of the same task."
                .formatted(noise);
    }

    private Circumstances circumstances(StepLog log) {
        return new Circumstances(
                request.command(), experiment.images(), machine(), log.seconds() / 60);
    }

    /** Such as "cpu (2 threads, PyTorch 2.7.1, Linux amd64)". */
    private String machine() {
        Installation found = Installation.found();
        boolean gpu = found.has(DeviceChoice.GPU);
        DeviceChoice automatic = gpu ? DeviceChoice.GPU : DeviceChoice.CPU;
        DeviceChoice used = request.device() == DeviceChoice.AUTO ? automatic : request.device();
        return "%s (%d threads, PyTorch %s, %s %s)"
                .formatted(
                        name(used),
                        found.threads(),
                        found.pytorch(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    private static String name(DeviceChoice device) {
        return device.name().toLowerCase(Locale.ROOT);
    }
}
