package io.github.noise2clean.metric;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Compares a test image with its reference, part by part.
 *
 * <p>Both must have the same axes and size: otherwise, or where a part is smaller than the SSIM
 * window, an IllegalArgumentException tells the user why. The listener can end the work with a
 * CancellationException.
 */
public record ImageComparison(Ssim ssim, ComparedPart part, ComparisonListener listener) {

    /** A comparison that nobody watches. */
    public ImageComparison(Ssim ssim, ComparedPart part) {
        this(ssim, part, ComparisonListener.NONE);
    }

    /** The quality of every part, and of the whole. */
    public Comparison compare(AxisImage reference, AxisImage test) {
        return compare(new ImagePair(reference, test));
    }

    /** The quality of every part, and of the whole. */
    public Comparison compare(ImagePair pair) {
        requireVolumes(pair.reference().axes());
        List<List<Measured>> parts = measure(pair, this::measure);
        return new Comparison(
                parts.stream().map(this::quality).toList(),
                quality(parts.stream().flatMap(List::stream).toList()));
    }

    /** The SSIM around every pixel, as an image like the reference; of volumes in 3-D. */
    public AxisImage map(AxisImage reference, AxisImage test) {
        return map(new ImagePair(reference, test));
    }

    /** The SSIM around every pixel, as an image like the reference; of volumes in 3-D. */
    public AxisImage map(ImagePair pair) {
        requireVolumes(pair.reference().axes());
        AxisImage map = pair.reference().blank();
        var references = part.pieces(pair.reference());
        var tests = part.pieces(pair.test());
        var targets = part.pieces(map);
        var similarities = new PieceCount(listener, targets.size()).counting(ssim::map);
        for (int i = 0; i < targets.size(); i++)
            RealTypeConverters.copyFromTo(
                    similarities.of(references.get(i), tests.get(i)), targets.get(i));
        return map;
    }

    /** What is measured of each piece of each part, while the listener watches. */
    <T> List<List<T>> measure(ImagePair pair, PieceMetric<T> metric) {
        PieceCount count = new PieceCount(listener, part.pieces(pair.reference()).size());
        return part.measure(pair, count.counting(metric));
    }

    private record Measured(double ssim, SquaredError error) {}

    private Measured measure(
            RandomAccessibleInterval<FloatType> reference,
            RandomAccessibleInterval<FloatType> test) {
        return new Measured(ssim.mean(reference, test), SquaredError.of(reference, test));
    }

    private Quality quality(List<Measured> measured) {
        double mean = measured.stream().mapToDouble(Measured::ssim).average().orElseThrow();
        SquaredError error = SquaredError.together(measured.stream().map(Measured::error).toList());
        return new Quality(mean, error.psnr(ssim.dataRange()), error.nrmse());
    }

    private void requireVolumes(List<Axis> axes) {
        if (part == ComparedPart.VOLUME && !axes.contains(Axis.Z))
            throw new IllegalArgumentException(
                    "A comparison of volumes needs images with a Z axis, not only " + axes + ".");
    }
}
