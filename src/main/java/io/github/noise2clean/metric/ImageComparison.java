package io.github.noise2clean.metric;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Compares a test image with its reference, part by part.
 *
 * <p>Both must have the same axes and size: otherwise, or where a part is smaller than the SSIM
 * window, an IllegalArgumentException tells the user why.
 */
public record ImageComparison(Ssim ssim, ComparedPart part) {

    /** The quality of every part, and of the whole. */
    public Comparison compare(AxisImage reference, AxisImage test) {
        requireAlike(reference, test);
        List<List<Measured>> rows = new ArrayList<>();
        List<List<RandomAccessibleInterval<FloatType>>> references = rows(reference);
        List<List<RandomAccessibleInterval<FloatType>>> tests = rows(test);
        for (int i = 0; i < references.size(); i++)
            rows.add(measure(references.get(i), tests.get(i)));
        return new Comparison(
                rows.stream().map(this::quality).toList(),
                quality(rows.stream().flatMap(List::stream).toList()));
    }

    /** The SSIM around every pixel, as an image like the reference. */
    public AxisImage map(AxisImage reference, AxisImage test) {
        requireAlike(reference, test);
        long[] size = reference.pixels().dimensionsAsLongArray();
        AxisImage map = new AxisImage(PlanarImgs.floats(size), reference.axes());
        var references = pieces(reference);
        var tests = pieces(test);
        var targets = pieces(map);
        for (int i = 0; i < targets.size(); i++)
            RealTypeConverters.copyFromTo(
                    ssim.map(references.get(i), tests.get(i)), targets.get(i));
        return map;
    }

    private record Measured(double ssim, SquaredError error) {}

    private List<Measured> measure(
            List<RandomAccessibleInterval<FloatType>> references,
            List<RandomAccessibleInterval<FloatType>> tests) {
        return IntStream.range(0, references.size())
                .mapToObj(i -> measure(references.get(i), tests.get(i)))
                .toList();
    }

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

    /** The pieces that share a row of the result: usually one, but all channels of a colour. */
    private List<List<RandomAccessibleInterval<FloatType>>> rows(AxisImage image) {
        if (part != ComparedPart.COLOUR_PLANE) return pieces(image).stream().map(List::of).toList();
        var channels = image.channels().stream().map(AxisImage::planes).toList();
        return IntStream.range(0, channels.get(0).size())
                .mapToObj(i -> channels.stream().map(planes -> planes.get(i)).toList())
                .toList();
    }

    private List<RandomAccessibleInterval<FloatType>> pieces(AxisImage image) {
        return part == ComparedPart.VOLUME ? image.volumes() : image.planes();
    }

    private void requireAlike(AxisImage reference, AxisImage test) {
        if (!reference.axes().equals(test.axes()))
            throw new IllegalArgumentException(
                    "The images differ in their axes: the reference has %s, the test image %s."
                            .formatted(reference.axes(), test.axes()));
        Sizes.requireEqual(reference.pixels(), test.pixels());
        if (part == ComparedPart.VOLUME && !reference.axes().contains(Axis.Z))
            throw new IllegalArgumentException(
                    "A comparison of volumes needs images with a Z axis, not only "
                            + reference.axes()
                            + ".");
    }
}
