package io.github.noise2clean.denoise;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import net.imglib2.loops.LoopBuilder;

/** What a network has made of an image, before it is finished as a whole. */
record Unfinished(AxisImage image) {

    /** Blank, of the image's size and axes. */
    static Unfinished like(AxisImage noisy) {
        return new Unfinished(noisy.blank());
    }

    /**
     * Fills an image of the same size and axes.
     *
     * @param maps of each channel
     */
    void finish(List<IntensityMap> maps, AxisImage finished) {
        List<AxisImage> targets = finished.channels();
        for (int c = 0; c < maps.size(); c++)
            finish(image.channels().get(c), maps.get(c), targets.get(c));
    }

    private static void finish(AxisImage made, IntensityMap map, AxisImage target) {
        LoopBuilder.setImages(made.pixels(), target.pixels())
                .forEachPixel((in, out) -> out.set(map.restore(in.get())));
    }
}
