package io.github.noise2clean.live;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

/** A picture of a region above an open image, with a frame, beside what else lies above it. */
final class RegionOverlay {

    private final ImagePlus image;
    private List<Roi> shown = List.of();

    RegionOverlay(ImagePlus image) {
        this.image = image;
    }

    /**
     * Shows the region in place of what was shown, on its slice and frame alone.
     *
     * @param region all channels of the place that was looked at
     */
    void show(ImagePlus region, Look look) {
        remove();
        Rectangle box = look.region().box();
        Roi frame = new Roi(box);
        frame.setStrokeColor(Color.YELLOW);
        shown = List.of(new ImageRoi(box.x, box.y, picture(region, look)), frame);
        Overlay overlay = Optional.ofNullable(image.getOverlay()).orElseGet(Overlay::new);
        for (Roi roi : shown) {
            place(roi, look);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
    }

    /** Leaves above the image what others have put there. */
    void remove() {
        Overlay overlay = image.getOverlay();
        if (overlay == null || shown.isEmpty()) return;
        shown.forEach(overlay::remove);
        shown = List.of();
        image.setOverlay(overlay.size() == 0 ? null : overlay);
    }

    private void place(Roi roi, Look look) {
        int slice = look.region().slice();
        int frame = look.region().frame();
        if (image.isHyperStack()) roi.setPosition(0, slice, frame);
        else if (image.getStackSize() > 1) roi.setPosition(image.getStackIndex(1, slice, frame));
    }

    private ColorProcessor picture(ImagePlus region, Look look) {
        if (image instanceof CompositeImage all && region instanceof CompositeImage part) {
            boolean[] active = all.getActiveChannels();
            System.arraycopy(active, 0, part.getActiveChannels(), 0, active.length);
            part.setC(look.channel());
            part.updateImage();
        }
        return new ColorProcessor(region.getImage());
    }
}
