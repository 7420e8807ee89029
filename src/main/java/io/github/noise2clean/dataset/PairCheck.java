package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How well one channel of a noisy image lies on that of its clean one, in grey values and in place.
 *
 * @param name of the noisy image
 */
record PairCheck(String name, IntensityFit intensities, Shift shift) {

    /** Of a stack, the shift is that of the plane in the middle. */
    static PairCheck of(String name, AxisImage noisy, AxisImage clean) {
        return new PairCheck(
                name,
                IntensityFit.of(noisy, clean),
                PhaseCorrelation.shift(middle(clean), middle(noisy)));
    }

    /** Whether the images seem to be of different things, in place or not. */
    boolean isUnlike() {
        return intensities.isWeak() && shift.isChance();
    }

    boolean differsInIntensities() {
        return intensities.isLikely() && intensities.differs();
    }

    /** Such as "0.55 times as bright as the clean image, plus 11.7". */
    String intensitiesText() {
        return String.format(
                Locale.ROOT,
                "%.2f times as bright as the clean image, %s %.3g",
                intensities.slope(),
                intensities.offset() < 0 ? "less" : "plus",
                Math.abs(intensities.offset()));
    }

    /** The plane in the middle of a stack. */
    static RandomAccessibleInterval<FloatType> middle(AxisImage image) {
        var planes = image.planes();
        return planes.get(planes.size() / 2);
    }
}
