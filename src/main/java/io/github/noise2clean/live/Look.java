package io.github.noise2clean.live;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import io.github.noise2clean.denoise.RegionDenoiser.Region;
import java.awt.Rectangle;
import java.util.Optional;

/**
 * What is seen of an open image, as far as a preview shows it: the middle of the visible part, and
 * how it is displayed.
 *
 * @param channel from 1
 * @param mode how channels are displayed
 * @param darkest the grey value that is black, and {@code brightest} that which is white
 */
record Look(Region region, int channel, int mode, double darkest, double brightest) {

    /** Pixels along each side: what two cores denoise in about a second. */
    private static final int SIDE = 320;

    /** Regions begin on this grid, so that a network meets few sizes: it is tuned for each. */
    private static final int GRID = 64;

    static Look of(ImagePlus image) {
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        return new Look(
                new Region(box(image), position[1], position[2]),
                position[0],
                image.isComposite() ? image.getDisplayMode() : 0,
                image.getDisplayRangeMin(),
                image.getDisplayRangeMax());
    }

    private static Rectangle box(ImagePlus image) {
        Rectangle seen =
                Optional.ofNullable(image.getCanvas())
                        .map(ImageCanvas::getSrcRect)
                        .orElseGet(() -> new Rectangle(image.getWidth(), image.getHeight()));
        return box(seen, image.getWidth(), image.getHeight());
    }

    /** Of one size wherever it lies, unless the image is smaller. */
    static Rectangle box(Rectangle seen, int width, int height) {
        int x = start(seen.x + seen.width / 2, width);
        int y = start(seen.y + seen.height / 2, height);
        return new Rectangle(x, y, Math.min(SIDE, width - x), Math.min(SIDE, height - y));
    }

    private static int start(int middle, int size) {
        int nearest = Math.round((middle - SIDE / 2f) / GRID) * GRID;
        int last = -Math.floorDiv(-(size - SIDE), GRID) * GRID;
        return Math.max(0, Math.min(nearest, last));
    }
}
