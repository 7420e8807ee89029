package io.github.noise2clean.live;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

/**
 * What can be looked at while a network learns.
 *
 * @param kind what each is, in words
 * @param images one at least
 * @param open the image that is learned from, if it is an open one
 */
public record PreviewImages(String kind, List<TrainingImage> images, Optional<ImagePlus> open) {

    private static final int SIDE = 192;

    public PreviewImages {
        images = List.copyOf(images);
        if (images.isEmpty()) throw new IllegalArgumentException("There is nothing to look at.");
    }

    /** What a training does not learn from. */
    public static PreviewImages heldOut(TrainingSet set) {
        return new PreviewImages("held-out image", set.validation(), Optional.empty());
    }

    /**
     * All of an open image, whose selection is the region.
     *
     * @param planes or volumes that it was cut into
     */
    public static PreviewImages of(ImagePlus open, List<TrainingImage> planes) {
        return new PreviewImages("part of the open image", planes, Optional.of(open));
    }

    /** The selection of the open image, or else the middle of the first. */
    PreviewPlace first() {
        return open.flatMap(this::selection)
                .orElseGet(() -> PreviewPlace.middle(images.get(0), SIDE));
    }

    /** Images may be learned from at another size than that in which they are open. */
    private Optional<PreviewPlace> selection(ImagePlus image) {
        Rectangle learned = PreviewPlace.bounds(images.get(0));
        double x = (double) learned.width / image.getWidth();
        double y = (double) learned.height / image.getHeight();
        return Optional.ofNullable(image.getRoi())
                .filter(Roi::isArea)
                .map(Roi::getBounds)
                .map(drawn -> scaled(drawn, x, y))
                .map(region -> new PreviewPlace(images.get(0), region));
    }

    private static Rectangle scaled(Rectangle drawn, double x, double y) {
        return new Rectangle(
                (int) (drawn.x * x),
                (int) (drawn.y * y),
                (int) (drawn.width * x),
                (int) (drawn.height * y));
    }
}
