package io.github.noise2clean.reproduce;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.monitor.LossCurve;
import io.github.noise2clean.monitor.Pngs;
import io.github.noise2clean.monitor.StepLossCurve;
import io.github.noise2clean.monitor.TestMontage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of a reproduction: the model, the report and what it shows. */
public record ReportFolder(Path path) {

    static final String EPOCHS = "loss-epochs.png";
    static final String STEPS = "loss-steps.png";
    static final String MONTAGE = "montage.png";

    /** The trained model. */
    public Path model() {
        return path.resolve("model.zip");
    }

    /** The page that says what came out. */
    public Path report() {
        return path.resolve("report.md");
    }

    Path stepLog() {
        return path.resolve("loss-steps.csv");
    }

    /**
     * Makes the folder where it is missing.
     *
     * @throws IOException with a sentence for the user, if it cannot be written to
     */
    public void prepare() throws IOException {
        if (Files.isRegularFile(path))
            throw new IOException("The output " + path + " is a file: give a folder.");
        Files.createDirectories(path);
        AtomicFiles.requireWritable(report());
    }

    void writeCurves(List<Epoch> history, double[] stepLosses) throws IOException {
        LossCurve epochs =
                new LossCurve(
                        history.stream().mapToDouble(Epoch::trainingLoss).toArray(),
                        history.stream().mapToDouble(Epoch::validationLoss).toArray());
        Pngs.write(epochs.draw(), path.resolve(EPOCHS));
        Pngs.write(new StepLossCurve(stepLosses).draw(), path.resolve(STEPS));
    }

    void write(TestMontage montage) throws IOException {
        Pngs.write(montage.draw(), path.resolve(MONTAGE));
    }

    /** The last to be written, so that it is there only with all that it shows. */
    void write(Report report) throws IOException {
        AtomicFiles.write(report(), beside -> Files.writeString(beside, report.markdown()));
    }
}
