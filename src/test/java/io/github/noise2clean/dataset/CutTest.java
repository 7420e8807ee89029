package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.noise.NoiseModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Along which axes stacks are cut into what a network learns from. */
class CutTest {

    private static final NoiseModel NOISE = NoiseModel.parse("gaussian:1");

    @Test
    void framesTakenForSlicesBecomeAVolume() {
        List<TrainingImage> images = images(frames(), new Cut(3, 1).with(AxisChoice.Z));
        assertEquals(1, images.size());
        assertArrayEquals(new long[] {8, 6, 5, 1}, images.get(0).target().dimensionsAsLongArray());
    }

    @Test
    void framesOfVolumesAreRepeatsOfThem() {
        ImagePlus both = IJ.createHyperStack("both", 8, 6, 1, 3, 2, 8);
        Cut cut = new Cut(3, 1);
        TrainingFiles files = TrainingFiles.repeats(both, false, preparation(cut));
        Repeats volume = (Repeats) files.images().get(0).get(0);
        assertEquals(2, volume.looks().size());
        assertArrayEquals(new long[] {8, 6, 3, 1}, volume.target().dimensionsAsLongArray());
    }

    @Test
    void framesAreNoVolume() {
        refused(
                "The network learns from volumes of several slices (z), and movie has 5 frames (t):"
                        + " if these are slices, choose the axes z.",
                frames(),
                new Cut(3, 1));
        ImagePlus slices = IJ.createHyperStack("stack", 8, 6, 1, 5, 1, 8);
        refused(
                "The network learns from volumes of several slices (z), and stack has 5 frames (t):"
                        + " if these are slices, choose the axes z.",
                slices,
                new Cut(3, 1).with(AxisChoice.T));
        refused(
                "The network learns from volumes of several slices (z), and plane has none.",
                IJ.createImage("plane", 8, 6, 1, 8),
                new Cut(3, 1));
    }

    private static ImagePlus frames() {
        return IJ.createHyperStack("movie", 8, 6, 1, 1, 5, 8);
    }

    private static List<TrainingImage> images(ImagePlus clean, Cut cut) {
        return TrainingFiles.withNoise(clean, NOISE, preparation(cut)).images().get(0);
    }

    private static void refused(String sentence, ImagePlus clean, Cut cut) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> images(clean, cut));
        assertEquals(sentence, refusal.getMessage());
    }

    private static Preparation preparation(Cut cut) {
        return new Preparation(Optional.empty(), cut, Optional.empty());
    }
}
