package io.github.noise2clean.camera;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A camera found from the noise of its images, where they are smooth, and the points that tell it.
 *
 * <p>The line through the points gives the gain, and of offset and read noise only what they make
 * together. To part them, the darkest even area is taken for one without light, whose mean is the
 * offset. Where it is not, both come out too large, but the noise of any brightness in the image
 * remains the same. Where darkness is cut off at the lowest pixel value, the offset is that value,
 * or where the line meets a variance of 0.
 *
 * @param points from dark to bright
 */
public record CameraEstimate(Camera camera, List<NoisePoint> points) {

    private static final double ROUNDING = 1e-12;

    public CameraEstimate {
        points = List.copyOf(points);
    }

    /**
     * From all planes of all images, which one camera took with one setting.
     *
     * <p>The noise must be independent from pixel to pixel: of a smoothed or compressed image, too
     * little is found.
     *
     * @param images with the axes X, Y, and any more; pixels that are NaN or infinite do not count
     * @throws IllegalArgumentException with a sentence for the user, if the images are too small,
     *     clipped nearly everywhere, or without noise
     */
    public static CameraEstimate of(List<RandomAccessibleInterval<FloatType>> images) {
        NoiseCurve curve = NoiseCurve.of(Patches.of(images));
        List<NoisePoint> points = curve.points();
        if (points.stream().noneMatch(CameraEstimate::isNoisy))
            throw new IllegalArgumentException(
                    "No noise is found: the image is constant or noise-free, or its noise is cut off"
                            + " at the lowest or highest value whatever the brightness. Use an"
                            + " image as the camera took it.");
        return new CameraEstimate(camera(RobustLine.through(points), curve), points);
    }

    /** Above what the rounding of floats makes. */
    private static boolean isNoisy(NoisePoint point) {
        return point.variance() > ROUNDING * point.mean() * point.mean();
    }

    private static Camera camera(Line variances, NoiseCurve curve) {
        double dark = curve.darkLevel(variances);
        if (variances.slope() == 0) return new Camera(0, dark, Math.sqrt(variances.intercept()));
        double noiseless = -variances.intercept() / variances.slope();
        return noiseless >= dark
                ? new Camera(variances.slope(), noiseless, 0)
                : new Camera(variances.slope(), dark, Math.sqrt(variances.at(dark)));
    }
}
