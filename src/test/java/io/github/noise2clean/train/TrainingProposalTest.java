package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingProposalTest {

    @Test
    void anEvenImageIsClean() {
        assertEquals(Way.NOISE, TrainingProposal.of(waves(1, 0, 0)).way());
    }

    @Test
    void oneImageWithWhiteNoiseIsLearnedFromItsNeighbouringPixels() {
        TrainingProposal proposal = TrainingProposal.of(waves(1, 10, 0));
        assertEquals(Way.NOISY_ONLY, proposal.way());
        assertTrue(proposal.neighbours());
        assertEquals(0.075, proposal.noise().orElseThrow(), 0.03);
    }

    @Test
    void planesThatDifferByTheirNoiseAloneAreRepeats() {
        TrainingProposal proposal = TrainingProposal.of(waves(20, 10, 0));
        assertEquals(Way.REPEATS, proposal.way());
        assertFalse(proposal.volumes());
    }

    @Test
    void deepStacksOfOtherPlanesAreVolumesUnlessTheirSlicesAreFarApart() {
        ImagePlus stack = waves(20, 10, 40);
        assertEquals(Way.NOISY_ONLY, TrainingProposal.of(stack).way());
        assertTrue(TrainingProposal.of(stack).volumes());
        stack.getCalibration().pixelDepth = 10;
        assertFalse(TrainingProposal.of(stack).volumes());
    }

    @Test
    void theSentenceSaysWhatTheImageIs() {
        String text = TrainingProposal.of(waves(20, 10, 0)).sentence();
        assertTrue(
                text.startsWith("waves: 256 x 200 pixels, 32-bit, 20 slices (z). It has noise of"),
                text);
        assertTrue(text.endsWith("so it is taken for repeats of the same thing."), text);
    }

    @Test
    void aTinyImageTellsNothing() {
        TrainingProposal proposal = TrainingProposal.of(IJ.createImage("", "8-bit", 9, 9, 1));
        assertEquals(Way.NOISE, proposal.way());
        assertTrue(proposal.noise().isEmpty());
    }

    /** Waves of 100 grey levels that move by some pixels from plane to plane. */
    private static ImagePlus waves(int planes, double noise, double move) {
        ImagePlus image = IJ.createImage("waves", "32-bit", 256, 200, planes);
        Random random = new Random(3);
        for (int n = 0; n < planes; n++) {
            ImageProcessor plane = image.getStack().getProcessor(n + 1);
            for (int i = 0; i < plane.getPixelCount(); i++) {
                double wave = 50 * Math.sin((i % 256 + n * move) / 25) + i / 256 * 0.1;
                plane.setf(i, (float) (100 + wave + noise * random.nextGaussian()));
            }
        }
        return image;
    }
}
