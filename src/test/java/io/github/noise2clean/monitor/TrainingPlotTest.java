package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.model.Epoch;
import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

class TrainingPlotTest {

    @Test
    void withoutAScreenThereIsNoWindowAndNobodyMindsThat() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "there is a screen");
        TrainingPlot plot = TrainingPlot.open("title");
        plot.stepDone(1, 1, 0.5);
        plot.epochDone(new Epoch(1, 0.5, 0.5, 20, 0.5), 1);
        assertFalse(plot.isOpen());
    }
}
