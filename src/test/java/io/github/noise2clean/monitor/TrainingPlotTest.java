package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.train.TrainingListener;
import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

class TrainingPlotTest {

    @Test
    void nothingListensWithoutAScreen() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "there is a screen");
        assertSame(TrainingListener.NONE, TrainingPlot.open("title"));
    }
}
