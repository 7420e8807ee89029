package io.github.noise2clean.live;

import ij.measure.ResultsTable;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.monitor.LossCurve;
import io.github.noise2clean.monitor.PictureTabs.Page;
import io.github.noise2clean.monitor.QualityCurve;
import io.github.noise2clean.monitor.StepLossCurve;
import java.util.List;

/**
 * The course of a training at one moment.
 *
 * @param history an epoch per point of the curves over epochs
 */
record Curves(LossCurve epochs, StepLossCurve steps, QualityCurve quality, List<Epoch> history) {

    /** A picture of each; without that of the quality where the targets are noisy. */
    List<Page> pages() {
        Page losses = new Page("Epochs", epochs.draw());
        Page iterations = new Page("Iterations", steps.draw());
        return quality.isKnown()
                ? List.of(losses, iterations, new Page("PSNR and SSIM", quality.draw()))
                : List.of(losses, iterations);
    }

    /** Opens a plot window for each, whose numbers can be listed and saved. */
    void showPlots(String title) {
        epochs.plot(title + ": loss per epoch").show();
        steps.plot(title + ": loss per iteration").show();
        if (!quality.isKnown()) return;
        quality.psnrPlot(title + ": PSNR").show();
        quality.ssimPlot(title + ": SSIM").show();
    }

    /** A row per epoch. */
    ResultsTable table() {
        ResultsTable table = new ResultsTable();
        for (Epoch epoch : history) {
            table.addRow();
            table.addValue("Epoch", epoch.number());
            table.addValue("Training loss", epoch.trainingLoss());
            table.addValue("Validation loss", epoch.validationLoss());
            table.addValue("PSNR", epoch.psnr());
            table.addValue("SSIM", epoch.ssim());
        }
        table.setPrecision(6);
        table.setDecimalPlaces(table.getColumnIndex("Epoch"), 0);
        return table;
    }
}
