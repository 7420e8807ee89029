package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.noise.CameraNoise;
import io.github.noise2clean.noise.NoiseModel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

class EstimateNoiseTest {

    private static final int SIDE = 256;

    private final Commands commands = new Commands();

    @BeforeEach
    void clearResults() {
        ResultsTable.getResultsTable().reset();
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void outputsAndTheTableSayWhatCameraItWas() {
        CommandModule run = commands.run(EstimateNoise.class, "input", ramp());
        assertEquals(2, (double) run.getOutput("gain"), 0.1);
        assertEquals(100, (double) run.getOutput("offset"), 1);
        assertEquals(5, (double) run.getOutput("readnoise"), 0.5);
        CameraNoise noise = (CameraNoise) NoiseModel.parse((String) run.getOutput("noise"));
        assertEquals(run.getOutput("gain"), noise.camera().gain());
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(1, table.size());
        assertEquals("ramp", table.getLabel(0));
        assertEquals((double) run.getOutput("gain"), table.getValue("Gain", 0));
        assertEquals(noise.toString(), table.getStringValue("Noise", 0));
    }

    @Test
    void macrosReadTheTable() {
        CommandModule run = commands.run(EstimateNoise.class, "input", ramp(), "plot", false);
        String read = IJ.runMacro("return getResultString('Noise', nResults - 1);");
        assertEquals(run.getOutput("noise"), read);
    }

    @Test
    void mistakesAreTold() {
        commands.assertRefused(
                "There is no noisy image: open it, or give its title.", EstimateNoise.class);
        commands.assertRefused(
                "The image is too small to tell the noise: at least 40 x 40 pixels are needed that"
                        + " are neither NaN nor infinite.",
                EstimateNoise.class,
                "input",
                IJ.createImage("small", "16-bit ramp", 16, 12, 1));
        assertEquals(0, ResultsTable.getResultsTable().size());
    }

    private static ImagePlus ramp() {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) pixels[i] = 100 + 5 * Math.max(0, i % SIDE - 60);
        NoiseModel.parse("camera:2,100,5")
                .addTo(pixels, new DataRange(0, 0), new SplittableRandom(1));
        return new ImagePlus("ramp", new FloatProcessor(SIDE, SIDE, pixels));
    }
}
