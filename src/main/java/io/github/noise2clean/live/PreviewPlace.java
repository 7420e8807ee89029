package io.github.noise2clean.live;

import io.github.noise2clean.dataset.TrainingImage;
import java.awt.Rectangle;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * A region of an image to look at while a network learns.
 *
 * @param region in pixels from the image's first one; it is moved and cut so that it lies within,
 *     with at most 256 pixels along each side
 */
record PreviewPlace(TrainingImage image, Rectangle region) {

    private static final int MOST = 256;
    private static final int LEAST = 16;
    private static final int MOST_SLICES = 16;

    PreviewPlace {
        Rectangle all = bounds(image);
        int width = Math.min(all.width, clamped(region.width, LEAST, MOST));
        int height = Math.min(all.height, clamped(region.height, LEAST, MOST));
        region =
                new Rectangle(
                        clamped(region.x, 0, all.width - width),
                        clamped(region.y, 0, all.height - height),
                        width,
                        height);
    }

    /** All that an image has along X and Y. */
    static Rectangle bounds(TrainingImage image) {
        Interval size = image.target();
        return new Rectangle(
                Math.toIntExact(size.dimension(0)), Math.toIntExact(size.dimension(1)));
    }

    /** The middle of an image. */
    static PreviewPlace middle(TrainingImage image, int side) {
        Rectangle all = bounds(image);
        return new PreviewPlace(
                image, new Rectangle((all.width - side) / 2, (all.height - side) / 2, side, side));
    }

    /** The region in the image's own coordinates; of a volume, with its middle slices. */
    Interval interval() {
        Interval all = image.target();
        long[] min = new long[image.dimensions()];
        long[] max = new long[image.dimensions()];
        setSpan(min, max, 0, region.x, region.width);
        setSpan(min, max, 1, region.y, region.height);
        if (image.dimensions() == 3) {
            long slices = Math.min(MOST_SLICES, all.dimension(2));
            setSpan(min, max, 2, (all.dimension(2) - slices) / 2, slices);
        }
        return new FinalInterval(min, max);
    }

    private static int clamped(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private void setSpan(long[] min, long[] max, int axis, long first, long length) {
        min[axis] = image.target().min(axis) + first;
        max[axis] = min[axis] + length - 1;
    }
}
