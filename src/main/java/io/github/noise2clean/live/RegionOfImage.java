package io.github.noise2clean.live;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;
import java.util.Optional;
import java.util.function.Consumer;

/** The selection of an open image, followed while it is drawn. */
final class RegionOfImage implements RoiListener, AutoCloseable {

    private final ImagePlus image;
    private final Runnable drawn;

    private RegionOfImage(ImagePlus image, Runnable drawn) {
        this.image = image;
        this.drawn = drawn;
    }

    /**
     * None where no open image is learned from.
     *
     * @param drawn told where the selection is, whenever it has changed
     */
    static Optional<RegionOfImage> of(PreviewImages images, Consumer<PreviewPlace> drawn) {
        return images.open().map(image -> following(image, () -> drawn.accept(images.first())));
    }

    private static RegionOfImage following(ImagePlus image, Runnable drawn) {
        RegionOfImage region = new RegionOfImage(image, drawn);
        Roi.addRoiListener(region);
        return region;
    }

    @Override
    public void roiModified(ImagePlus changed, int what) {
        if (changed == image && what != DELETED) drawn.run();
    }

    @Override
    public void close() {
        Roi.removeRoiListener(this);
    }
}
