package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/** The selections (ROIs) of ImageJ images. */
public final class Selections {

    private Selections() {}

    /**
     * The X,Y bounding box of what is selected in an image; the whole plane without a selection.
     *
     * @throws IllegalArgumentException with a sentence, where the selection covers no pixels: lies
     *     outside, or is a line or points
     */
    public static Interval box(ImagePlus image) {
        Rectangle plane = new Rectangle(image.getWidth(), image.getHeight());
        Rectangle box = Optional.ofNullable(image.getRoi()).map(Selections::area).orElse(plane);
        Rectangle inside = box.intersection(plane);
        if (inside.isEmpty())
            throw new IllegalArgumentException(
                    "The selection on "
                            + image.getTitle()
                            + " covers no pixels: select an area of the image, or nothing.");
        return FinalInterval.createMinSize(inside.x, inside.y, inside.width, inside.height);
    }

    private static Rectangle area(Roi selection) {
        return selection.isArea() ? selection.getBounds() : new Rectangle();
    }
}
