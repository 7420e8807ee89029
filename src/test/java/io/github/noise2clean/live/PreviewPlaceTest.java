package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import java.awt.Rectangle;
import java.util.List;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

class PreviewPlaceTest {

    @Test
    void theMiddleIsLookedAtFirst() {
        PreviewImages images = PreviewImages.heldOut(set(400, 300, 1));
        assertEquals("held-out image", images.kind());
        assertEquals(new Rectangle(104, 0, 192, 30), images.first().region());
    }

    @Test
    void aRegionIsMovedAndCutToLieWithin() {
        TrainingImage image = plane(400, 300);
        assertEquals(rectangle(144, 44, 256, 256), place(image, 350, 250, 999, 999));
        assertEquals(rectangle(0, 0, 16, 16), place(image, -5, -7, 1, 0));
        assertEquals(rectangle(10, 20, 30, 40), place(image, 10, 20, 30, 40));
        assertEquals(rectangle(0, 0, 12, 9), place(plane(12, 9), 3, 3, 100, 100));
    }

    @Test
    void theIntervalIsInTheImagesOwnCoordinates() {
        TrainingImage rows = set(400, 300, 1).validation().get(0);
        PreviewPlace place = new PreviewPlace(rows, rectangle(10, 2, 20, 20));
        assertArrayEquals(new long[] {10, 272}, Intervals.minAsLongArray(place.interval()));
        assertArrayEquals(new long[] {29, 291}, Intervals.maxAsLongArray(place.interval()));
    }

    @Test
    void ofAVolumeTheMiddleSlicesAreShown() {
        TrainingImage volume = images(IJ.createHyperStack("", 40, 30, 1, 40, 1, 32), 3).get(0);
        PreviewPlace place = PreviewPlace.middle(volume, 20);
        assertArrayEquals(new long[] {10, 5, 12}, Intervals.minAsLongArray(place.interval()));
        assertArrayEquals(new long[] {29, 24, 27}, Intervals.maxAsLongArray(place.interval()));
    }

    @Test
    void theSelectionOfAnOpenImageIsTheRegion() {
        ImagePlus open = IJ.createImage("", 400, 300, 1, 8);
        PreviewImages images = PreviewImages.of(open, images(open, 2));
        assertEquals(new Rectangle(104, 54, 192, 192), images.first().region());
        open.setRoi(5, 6, 70, 80);
        assertEquals(new Rectangle(5, 6, 70, 80), images.first().region());
    }

    private static Rectangle place(TrainingImage image, int x, int y, int width, int height) {
        return new PreviewPlace(image, rectangle(x, y, width, height)).region();
    }

    private static Rectangle rectangle(int x, int y, int width, int height) {
        return new Rectangle(x, y, width, height);
    }

    private static TrainingImage plane(int width, int height) {
        return images(IJ.createImage("", width, height, 1, 8), 2).get(0);
    }

    private static TrainingSet set(int width, int height, long seed) {
        return files(IJ.createImage("", width, height, 1, 8), 2).split(seed);
    }

    private static List<TrainingImage> images(ImagePlus image, int dimensions) {
        return files(image, dimensions).images().get(0);
    }

    private static TrainingFiles files(ImagePlus image, int dimensions) {
        Preset preset = Presets.standard(new InputImages(dimensions, 1, 1));
        return TrainingFiles.withNoise(image, preset.noise(), preset.preparation());
    }
}
