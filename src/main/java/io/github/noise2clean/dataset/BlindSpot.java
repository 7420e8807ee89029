package io.github.noise2clean.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;

/**
 * Which pixels are hidden from a network that learns from noisy images alone, and what it is shown
 * in their place.
 *
 * <p>One pixel in each cell of a grid, at a random place, becomes the median of its surroundings
 * (N2V2, Höck et al. 2022). Where the noise is correlated along a line, the pixel's neighbours on
 * that line would tell its noise: they are hidden too, by random pixels from beside the line
 * (Broaddus et al. 2020).
 *
 * @param reach how many neighbours on either side are hidden along the line
 */
public record BlindSpot(Line line, int reach) {

    /** For noise that differs from pixel to pixel. */
    public static final BlindSpot POINT = new BlindSpot(Line.NONE, 0);

    /** As far as the correlation of scan lines is seen to go. */
    public static final int USUAL_REACH = 4;

    private static final int CELL = 4;
    private static final int AROUND = 2;

    /** Along which axis the noise of neighbours is correlated. */
    public enum Line {
        NONE,
        X,
        Y;

        /**
         * @throws IllegalArgumentException with a sentence for the user
         */
        public static Line parse(String text) {
            try {
                return valueOf(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Unknown mask '" + text + "': choose none, x or y.", e);
            }
        }

        /** The usual blind spot for such noise. */
        public BlindSpot blindSpot() {
            return this == NONE ? POINT : new BlindSpot(this, USUAL_REACH);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BlindSpot {
        if (reach < 0 || (line == Line.NONE) != (reach == 0))
            throw new IllegalArgumentException("line " + line + ", reach " + reach);
    }

    /** For a patch whose x and y have been exchanged. */
    BlindSpot transposed() {
        return switch (line) {
            case NONE -> this;
            case X -> new BlindSpot(Line.Y, reach);
            case Y -> new BlindSpot(Line.X, reach);
        };
    }

    /**
     * Replaces what is to be hidden, in every plane of the patch by itself.
     *
     * @param values x fastest
     * @return 1 where a pixel has been hidden that the network must foresee, 0 elsewhere
     */
    float[] hide(float[] values, Interval patch, RandomGenerator random) {
        int width = (int) patch.dimension(0);
        int height = (int) patch.dimension(1);
        float[] hidden = new float[values.length];
        for (int from = 0; from < values.length; from += width * height) {
            float[] plane = Arrays.copyOfRange(values, from, from + width * height);
            new Hiding(new Plane(plane, width), random, values, hidden, from).hideAll();
        }
        return hidden;
    }

    /** A line takes the place of several points: its cells are longer, so that most stays seen. */
    private int cellWidth() {
        return line == Line.X ? 2 * CELL + 2 * reach : CELL;
    }

    private int cellHeight() {
        return line == Line.Y ? 2 * CELL + 2 * reach : CELL;
    }

    private int reachAlongX() {
        return line == Line.X ? reach : 0;
    }

    private int reachAlongY() {
        return line == Line.Y ? reach : 0;
    }

    /** Pixels as they were. */
    private record Plane(float[] pixels, int width) {

        int height() {
            return pixels.length / width;
        }

        boolean contains(int x, int y) {
            return x >= 0 && x < width && y >= 0 && y < height();
        }

        float at(int x, int y) {
            return pixels[y * width + x];
        }
    }

    /** The work on one plane, whose first value is number {@code from}. */
    private final class Hiding {

        private final Plane plane;
        private final RandomGenerator random;
        private final float[] shown;
        private final float[] hidden;
        private final int from;

        Hiding(Plane plane, RandomGenerator random, float[] shown, float[] hidden, int from) {
            this.plane = plane;
            this.random = random;
            this.shown = shown;
            this.hidden = hidden;
            this.from = from;
        }

        void hideAll() {
            for (int y = 0; y < plane.height(); y += cellHeight())
                for (int x = 0; x < plane.width(); x += cellWidth()) hideOneIn(x, y);
        }

        private void hideOneIn(int left, int top) {
            int x = left + random.nextInt(Math.min(cellWidth(), plane.width() - left));
            int y = top + random.nextInt(Math.min(cellHeight(), plane.height() - top));
            float[] around = around(x, y);
            if (around.length == 0) return; // a patch of one pixel
            for (int dy = -reachAlongY(); dy <= reachAlongY(); dy++)
                for (int dx = -reachAlongX(); dx <= reachAlongX(); dx++)
                    if (plane.contains(x + dx, y + dy))
                        shown[place(x + dx, y + dy)] = around[random.nextInt(around.length)];
            shown[place(x, y)] = median(around);
            hidden[place(x, y)] = 1;
        }

        /** The pixels near a pixel, without those of its line. */
        private float[] around(int x, int y) {
            float[] found = new float[(2 * AROUND + 1) * (2 * AROUND + 1)];
            int count = 0;
            for (int dy = -AROUND; dy <= AROUND; dy++)
                for (int dx = -AROUND; dx <= AROUND; dx++)
                    if (!isHidden(dx, dy) && plane.contains(x + dx, y + dy))
                        found[count++] = plane.at(x + dx, y + dy);
            return Arrays.copyOf(found, count);
        }

        private boolean isHidden(int dx, int dy) {
            return Math.abs(dx) <= reachAlongX() && Math.abs(dy) <= reachAlongY();
        }

        private int place(int x, int y) {
            return from + y * plane.width() + x;
        }
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
