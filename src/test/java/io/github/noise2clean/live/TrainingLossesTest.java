package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.measure.ResultsTable;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.monitor.PictureTabs;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingLossesTest {

    private final TrainingLosses losses = new TrainingLosses();

    @Test
    void lossesAreInTheOrderOfTheTraining() {
        losses.stepDone(1, 4, 0.5);
        losses.stepDone(2, 4, 0.25);
        losses.epochDone(new Epoch(1, 0.375, 0.3, 20, 0.5), 2);
        Curves curves = losses.curves();
        assertArrayEquals(new double[] {0.5, 0.25}, curves.steps().losses());
        assertArrayEquals(new double[] {0.375}, curves.epochs().training());
        assertArrayEquals(new double[] {0.3}, curves.epochs().validation());
        assertArrayEquals(new double[] {0.5}, curves.quality().ssim());
    }

    @Test
    void theStepsBeforeAResumedTrainingAreUnknown() {
        losses.stepDone(3, 4, 0.5);
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 0.5}, losses.curves().steps().losses());
    }

    @Test
    void nothingIsKnownAtFirst() {
        Curves curves = losses.curves();
        assertArrayEquals(new double[0], curves.steps().losses());
        assertArrayEquals(new double[0], curves.epochs().training());
        assertFalse(curves.quality().isKnown());
    }

    @Test
    void theHistoryIsATableWithARowPerEpoch() {
        losses.epochDone(new Epoch(1, 0.375, 0.3, 20, 0.5), 2);
        losses.epochDone(new Epoch(2, 0.25, 0.2, 22, 0.75), 2);
        ResultsTable table = losses.curves().table();
        assertEquals(2, table.size());
        assertEquals(
                "Epoch,Training loss,Validation loss,PSNR,SSIM",
                String.join(",", table.getHeadings()));
        assertEquals(0.2, table.getValue("Validation loss", 1));
        assertEquals(22, table.getValue("PSNR", 1));
    }

    @Test
    void qualityHasAPictureWhereItIsKnown() {
        losses.epochDone(new Epoch(1, 0.375, 0.3, Double.NaN, Double.NaN), 2);
        assertEquals(List.of("Epochs", "Iterations"), names());
        losses.epochDone(new Epoch(2, 0.25, 0.2, 22, 0.75), 2);
        assertEquals(List.of("Epochs", "Iterations", "PSNR and SSIM"), names());
    }

    private List<String> names() {
        return losses.curves().pages().stream().map(PictureTabs.Page::name).toList();
    }
}
