package io.github.noise2clean.trust;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.noise.NoiseCorrelation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Reasons to trust a denoised image, or not to: what is seen in it and the noisy image without the
 * clean one. Of large stacks, the planes of a {@link PlaneSample} are looked at; pixels that are
 * NaN or infinite are not.
 *
 * @param channels the findings for each channel, in the order of {@link Aspect}
 */
public record TrustReport(List<List<Finding>> channels) {

    public TrustReport {
        channels = channels.stream().map(List::copyOf).toList();
    }

    public static TrustReport of(Evidence evidence) {
        return new TrustReport(
                IntStream.range(0, evidence.noisy().channels().size())
                        .mapToObj(channel -> findings(evidence, channel))
                        .toList());
    }

    private static List<Finding> findings(Evidence evidence, int channel) {
        List<RandomAccessibleInterval<FloatType>> noisy = sample(evidence.noisy(), channel);
        List<RandomAccessibleInterval<FloatType>> denoised = sample(evidence.denoised(), channel);
        Tiles tiles = new Tiles();
        ResidualCorrelation correlation = new ResidualCorrelation();
        PixelShares shares =
                new PixelShares(
                        evidence.seen().stream().skip(channel).findFirst(), evidence.type());
        for (int i = 0; i < noisy.size(); i++) {
            PlanePair planes = PlanePair.of(noisy.get(i), denoised.get(i));
            tiles.add(planes);
            correlation.add(planes);
            shares.add(planes);
        }
        return List.of(
                tiles.residualMean(),
                tiles.noiseRemoved(),
                correlation.less(NoiseCorrelation.of(noisy)),
                tiles.signalLeft(),
                shares.outsideTraining(),
                shares.clipped(),
                tiles.backgroundTexture());
    }

    private static List<RandomAccessibleInterval<FloatType>> sample(AxisImage image, int channel) {
        RandomAccessibleInterval<FloatType> planes =
                PlaneSample.of(image.channels().get(channel).planes());
        return LongStream.rangeClosed(planes.min(2), planes.max(2))
                .mapToObj(i -> (RandomAccessibleInterval<FloatType>) Views.hyperSlice(planes, 2, i))
                .toList();
    }
}
