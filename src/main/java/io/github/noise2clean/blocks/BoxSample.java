package io.github.noise2clean.blocks;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Some boxes of one plane each, spread over a stored image in all its channels: up to 16, of up to
 * 1024 x 1024 pixels; the same of every image of its size.
 */
record BoxSample(StoredImage image) {

    private static final int BOXES = 16;
    private static final int SIDE = 1024;

    /** The roots of x^6 = x + 1: multiples of its powers are spread evenly in five dimensions. */
    private static final double ROOT = 1.1347241384015194;

    /** The sample, box behind box along the axis of slices. */
    AxisImage read() throws IOException {
        return read(image);
    }

    /** The same boxes of another image of the same size. */
    AxisImage read(StoredImage other) throws IOException {
        List<RandomAccessibleInterval<FloatType>> boxes = new ArrayList<>();
        for (int i = 0; i < BOXES; i++) boxes.add(plane(other.read(box(i))));
        boolean coloured = image.axes().dimension(Axis.CHANNEL) >= 0;
        return new AxisImage(Views.stack(boxes), Axis.parse(coloured ? "XYCZ" : "XYZ"));
    }

    /** Of one position along Z and TIME, which are the last axes. */
    private static RandomAccessibleInterval<FloatType> plane(AxisImage box) {
        RandomAccessibleInterval<FloatType> plane = Views.zeroMin(box.pixels());
        int kept = box.axes().contains(Axis.CHANNEL) ? 3 : 2;
        while (plane.numDimensions() > kept)
            plane = Views.hyperSlice(plane, plane.numDimensions() - 1, 0);
        return plane;
    }

    private Interval box(int index) {
        long[] size = image.grid().shape();
        long[] min = new long[size.length];
        long[] side = new long[size.length];
        double spread = 1;
        for (int d = 0; d < size.length; d++) {
            spread /= ROOT;
            side[d] = side(d, size[d]);
            double share = (0.5 + (index + 1) * spread) % 1;
            min[d] = (long) (share * (size[d] - side[d] + 1));
        }
        return FinalInterval.createMinSize(min, side);
    }

    private long side(int d, long size) {
        return switch (image.axes().stored().get(d)) {
            case X, Y -> Math.min(size, SIDE);
            case CHANNEL -> size;
            case Z, TIME -> 1;
        };
    }
}
