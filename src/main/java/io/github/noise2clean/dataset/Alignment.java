package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.ImagePair;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How a clean image must be moved to lie on its noisy one, where the stage or the scan drifted
 * between the two exposures.
 *
 * <p>It is one translation for all planes and channels: that of the plane in the middle of the
 * channel that tells it best. The clean image is the one to move, since interpolation would smooth
 * the noise of the other and make neighbours alike.
 */
public final class Alignment {

    /** In pixels along each axis. */
    private static final double FARTHEST = 16;

    private Alignment() {}

    /**
     * None where the images lie on each other within 0.05 pixels, or no shift of up to 16 pixels
     * can be told with confidence.
     *
     * @param pair the clean image as the reference, the noisy one as the test
     */
    public static Translation of(ImagePair pair) {
        List<AxisImage> clean = pair.reference().channels();
        List<AxisImage> noisy = pair.test().channels();
        return IntStream.range(0, clean.size())
                .mapToObj(
                        i ->
                                Planes.of(
                                        PairCheck.middle(clean.get(i)),
                                        PairCheck.middle(noisy.get(i))))
                .max(Comparator.comparingDouble(planes -> planes.shift().confidence()))
                .filter(planes -> planes.shift().isCertainWithin(FARTHEST))
                .flatMap(Planes::translation)
                .orElse(Translation.NONE);
    }

    /**
     * @param shift of the noisy plane from the clean one, roughly
     */
    private record Planes(
            RandomAccessibleInterval<FloatType> clean,
            RandomAccessibleInterval<FloatType> noisy,
            Shift shift) {

        static Planes of(
                RandomAccessibleInterval<FloatType> clean,
                RandomAccessibleInterval<FloatType> noisy) {
            return new Planes(clean, noisy, PhaseCorrelation.shift(clean, noisy));
        }

        Optional<Translation> translation() {
            return CorrelationPeak.near(shift, clean, noisy);
        }
    }
}
