package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

class TrainingMonitorTest {

    @Test
    void withoutAScreenThereIsNoWindowAndNobodyMindsThat() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "there is a screen");
        Preset preset = Presets.standard(new InputImages(2, 1, 1));
        TrainingFiles files =
                TrainingFiles.withNoise(
                        IJ.createImage("", 40, 30, 1, 8), preset.noise(), preset.preparation());
        PreviewImages images = PreviewImages.heldOut(files.split(1));
        TrainingControl control = new TrainingControl(() -> false);
        try (TrainingMonitor monitor =
                TrainingMonitor.open("title", images, DeviceChoice.CPU, control)) {
            monitor.stepDone(1, 1, 0.5);
            monitor.epochDone(new Epoch(1, 0.5, 0.5, 20, 0.5), 1);
            assertFalse(monitor.isOpen());
        }
    }
}
