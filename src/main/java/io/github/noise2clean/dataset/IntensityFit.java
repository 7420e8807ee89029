package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.metric.Regression;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The grey values of a noisy image as slope times those of its clean one plus offset, by least
 * squares.
 *
 * <p>The noisy image is fitted to the clean one and not the other way round: noise in what a fit
 * starts from would flatten its slope.
 *
 * @param slope 1 where the clean image is constant
 * @param error the standard error of the slope
 * @param difference the root mean square of what the map changes in the clean image, in standard
 *     deviations of that image
 */
record IntensityFit(double slope, double offset, double error, double difference) {

    /**
     * The difference would be learned as if it were noise; at a tenth of the image's contrast it is
     * 20 dB below the picture.
     */
    private static final double TOLERANCE = 0.1;

    /** Of chance, in standard errors. */
    private static final double CERTAIN = 4;

    private static final double WEAK = 0.25;

    private static final long MOST_PIXELS = 4_000_000;

    /** Of a large stack, only planes at regular distances are read. */
    static IntensityFit of(AxisImage noisy, AxisImage clean) {
        List<RandomAccessibleInterval<FloatType>> noisyPlanes = noisy.planes();
        List<RandomAccessibleInterval<FloatType>> cleanPlanes = clean.planes();
        int all = noisyPlanes.size();
        int read = (int) Math.max(1, Math.min(all, MOST_PIXELS / noisyPlanes.get(0).size()));
        Regression line = new Regression();
        for (int i = 0; i < read; i++) {
            int plane = (int) ((long) i * all / read);
            line.add(cleanPlanes.get(plane), noisyPlanes.get(plane));
        }
        return of(line);
    }

    /** Whether noisy and clean grey values go up together, beyond chance. */
    boolean isLikely() {
        return slope > CERTAIN * error;
    }

    /** Whether little of the clean image is seen in the noisy one. */
    boolean isWeak() {
        return slope < WEAK;
    }

    /** Whether the noisy image clearly has another brightness or contrast than the clean one. */
    boolean differs() {
        return difference > TOLERANCE + CERTAIN * error;
    }

    /**
     * From noisy grey values to clean ones, and with {@code restore} from clean to noisy; no change
     * where the fit may be chance.
     */
    IntensityMap map() {
        return isLikely() ? IntensityMap.linear(offset, slope) : IntensityMap.linear(0, 1);
    }

    private static IntensityFit of(Regression line) {
        double shift = line.meanY() - line.meanX();
        if (!line.hasSlope()) return new IntensityFit(1, shift, 1, 0);
        double slope = line.slope();
        return new IntensityFit(
                slope,
                line.meanY() - slope * line.meanX(),
                line.slopeError(),
                Math.hypot(slope - 1, shift / line.deviationX()));
    }
}
