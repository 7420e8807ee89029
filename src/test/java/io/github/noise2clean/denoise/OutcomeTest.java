package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.trust.Aspect;
import io.github.noise2clean.trust.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trust reports of what networks have made that multiply every normalised value. */
class OutcomeTest {

    private static final Normalization GREY = new Normalization.Fixed(0, 255);

    @Test
    void volumesAndEachOfTheirChannelsAreJudged() throws IOException {
        ImagePlus image = noisy(6);
        image.setDimensions(2, 3, 1);
        List<List<Finding>> channels = report(TestModels.times(3, 1, GREY), Estimate.PLAIN, image);
        assertEquals(2, channels.size());
        for (List<Finding> findings : channels) {
            assertEquals(0, value(findings, Aspect.NOISE_REMOVED));
            assertTrue(findings.get(Aspect.NOISE_REMOVED.ordinal()).isSuspect());
        }
    }

    @Test
    void ofSeveralMapsTheMeanIsJudged() throws IOException {
        ImagePlus image = noisy(2);
        image.setDimensions(2, 1, 1);
        TrainedModel same = TestModels.times(2, 1, GREY);
        for (List<Finding> findings : report(same, new Estimate.Spread(), image))
            assertEquals(0, value(findings, Aspect.RESIDUAL_MEAN), 1e-4);
    }

    @Test
    void whatDoesNotFitIntoTheTypeIsClippedUnlessItIsAskedForAsFloat() throws IOException {
        TrainedModel five = TestModels.times(2, 5, GREY);
        List<Finding> bytes = report(five, Estimate.PLAIN, noisy(1)).get(0);
        assertEquals(1, value(bytes, Aspect.CLIPPED), 0.3);
        try (var denoiser = new ImageDenoiser(five, settings(true, Estimate.PLAIN))) {
            Outcome outcome = denoiser.outcome(noisy(1), DenoisingListener.NONE);
            assertEquals(0, value(outcome.trustReport().channels().get(0), Aspect.CLIPPED));
        }
    }

    @Test
    void theRangeThatTheCardTellsCounts() throws IOException {
        TrainedModel model = TestModels.times(2, 1, GREY);
        var range = new DataRange(0, 60 / 255.0);
        var told =
                new TrainedModel(
                        model.card().withInputRange(range), model.graph(), model.weights());
        assertEquals(0.5, outside(told), 0.05);
    }

    @Test
    void withoutItThatOfTheNormalisationDoes() throws IOException {
        assertEquals(0, outside(TestModels.times(2, 1, GREY)));
        double at60 = 60 / 1.1;
        assertEquals(0.5, outside(TestModels.times(2, 1, new Normalization.Fixed(0, at60))), 0.05);
        assertEquals(Double.NaN, outside(TestModels.times(2, 1, new Normalization.MeanStd())));
    }

    private static double outside(TrainedModel model) throws IOException {
        return value(report(model, Estimate.PLAIN, noisy(1)).get(0), Aspect.OUTSIDE_TRAINING);
    }

    private static double value(List<Finding> findings, Aspect aspect) {
        return findings.get(aspect.ordinal()).value();
    }

    private static List<List<Finding>> report(
            TrainedModel model, Estimate estimate, ImagePlus image) throws IOException {
        try (var denoiser = new ImageDenoiser(model, settings(false, estimate))) {
            return denoiser.outcome(image, DenoisingListener.NONE).trustReport().channels();
        }
    }

    private static DenoisingSettings settings(boolean asFloat, Estimate estimate) {
        return new DenoisingSettings(DeviceChoice.CPU, 0, asFloat, estimate);
    }

    /** 8-bit planes of 64 x 64 pixels around 60.5, with noise of 12. */
    private static ImagePlus noisy(int planes) {
        Random random = new Random(1);
        ImageStack stack = new ImageStack(64, 64);
        for (int z = 0; z < planes; z++) {
            ByteProcessor plane = new ByteProcessor(64, 64);
            for (int i = 0; i < 64 * 64; i++)
                plane.set(i, (int) Math.max(0, Math.round(60.5 + 12 * random.nextGaussian())));
            stack.addSlice(plane);
        }
        return new ImagePlus("noisy", stack);
    }
}
