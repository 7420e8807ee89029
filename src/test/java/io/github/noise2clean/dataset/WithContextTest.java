package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Stacks of 16 x 12 pixels whose grey values are 1000 z + 100 channel + x, or t in place of z. */
class WithContextTest {

    private static final int WIDTH = 16;
    private static final int PLANE = 16 * 12;
    private static final NoiseModel NONE = NoiseModel.parse("gaussian:0.001");

    @Test
    void cleanImagesAreShownAmongTheirNeighboursWithNoise() {
        List<TrainingImage> images = clean(stack(1, 5, 1), NONE, cut(1, 1, "z"));
        assertEquals(5, images.size());
        Patch patch = whole(images.get(3));
        assertArrayEquals(new int[] {2, 3, 4}, planes(patch.noisy()));
        assertArrayEquals(new int[] {3}, planes(patch.target()));
        assertArrayEquals(new int[] {1, 0, 1}, planes(whole(images.get(0)).noisy()));
    }

    @Test
    void everyPlaneHasNoiseOfItsOwn() {
        ImagePlus dark = IJ.createHyperStack("dark", WIDTH, 12, 1, 3, 1, 32);
        Patch patch = whole(clean(dark, NoiseModel.parse("gaussian:10"), cut(1, 1, "z")).get(0));
        TreeSet<Float> values = new TreeSet<>();
        for (float value : patch.noisy()) values.add(value);
        assertEquals(3 * PLANE, values.size());
        assertArrayEquals(new float[PLANE], patch.target());
    }

    @Test
    void channelsOfAPlaneStayTogether() {
        TrainingImage image = clean(stack(2, 3, 1), NONE, cut(2, 1, "z")).get(1);
        assertEquals(2, image.channels());
        assertEquals(2L * PLANE, image.pixels() * 2);
        float[] noisy = whole(image).noisy();
        float[] firsts = new float[6];
        for (int i = 0; i < 6; i++) firsts[i] = Math.round(noisy[i * PLANE]);
        assertArrayEquals(new float[] {0, 100, 1000, 1100, 2000, 2100}, firsts);
        assertEquals(1100, Math.round(whole(image).target()[PLANE]));
    }

    @Test
    void pairsAreOfThePlaneItself() {
        TrainingImages images = images(cut(1, 1, "t"));
        ImagePlus noisy = stack(1, 1, 3);
        ImagePlus clean = stack(1, 1, 3);
        for (int i = 1; i <= 3; i++) clean.getStack().getProcessor(i).add(0.25);
        List<TrainingImage> pairs =
                images.pairs(planeStack(noisy), planeStack(clean), PairIntensities.AS_GIVEN);
        Patch patch = whole(pairs.get(2));
        assertArrayEquals(new int[] {1, 2, 1}, planes(patch.noisy()));
        assertEquals(2000.25f, patch.target()[0]);
    }

    @Test
    void repeatsAreShownAmongTheNeighboursOfOneLook() {
        ImagePlus frames = stack(1, 3, 2);
        for (int i = 4; i <= 6; i++) frames.getStack().getProcessor(i).add(0.5);
        TrainingImage image = images(cut(1, 1, "z")).repeats(planeStack(frames), false).get(1);
        Patch patch = whole(image);
        float look = patch.noisy()[0] % 1;
        for (int p = 0; p < 3; p++) assertEquals(1000 * p + look, patch.noisy()[p * PLANE]);
        assertEquals(1000 + 0.5f - look, patch.target()[0]);
    }

    @Test
    void pixelsAreHiddenInTheMiddlePlaneOnly() {
        TrainingImage image =
                images(cut(1, 1, "z"))
                        .noisyOnly(planeStack(stack(1, 3, 1)), BlindSpot.POINT)
                        .get(1);
        Patch patch = whole(image);
        float[] hidden = patch.counted().orElseThrow();
        assertEquals(PLANE, hidden.length);
        assertTrue(image.hasBlindSpots());
        int count = 0;
        for (int i = 0; i < PLANE; i++) {
            assertEquals(i % WIDTH, patch.noisy()[i]);
            assertEquals(1000 + i % WIDTH, patch.target()[i]);
            assertEquals(2000 + i % WIDTH, patch.noisy()[2 * PLANE + i]);
            if (hidden[i] == 0) assertEquals(1000 + i % WIDTH, patch.noisy()[PLANE + i]);
            count += (int) hidden[i];
        }
        assertTrue(count > 0 && count < PLANE / 8, count + " hidden");
    }

    @Test
    void neighbouringPixelsAreThoseOfTheMiddlePlane() {
        Cut cut = cut(1, 1, "z");
        Patch patch = whole(images(cut).neighbours(planeStack(stack(1, 3, 1))).get(1));
        assertEquals(3 * PLANE / 4, patch.noisy().length);
        for (int i = 0; i < PLANE / 4; i++) {
            assertEquals(1, (int) patch.target()[i] / 1000);
            assertEquals(2, (int) patch.noisy()[2 * PLANE / 4 + i] / 1000);
        }
    }

    @Test
    void aPatchIsCutAtTheSamePlaceOfAllPlanes() {
        List<TrainingImage> images = clean(stack(1, 3, 1), NONE, cut(1, 1, "z"));
        Batch batch = new PatchSampler(images, new long[] {4, 4}, 3).batch(0, 5);
        assertEquals(1, batch.channels());
        assertEquals(3, batch.shownChannels());
        assertEquals(16, batch.patchValues());
        for (int patch = 0; patch < 5; patch++)
            for (int i = 0; i < 16; i++)
                for (int p = 0; p < 3; p++)
                    assertEquals(
                            batch.target()[16 * patch + i] % 1000,
                            Math.round(batch.noisy()[16 * (3 * patch + p) + i]) % 1000);
    }

    @Test
    void aCropKeepsEveryPlane() {
        TrainingImage image = clean(stack(1, 3, 1), NONE, cut(1, 1, "z")).get(1);
        TrainingSet rows = TrainingSet.split(List.of(List.of(image)), 0.25, 1);
        assertArrayEquals(
                new long[] {WIDTH, 9, 1}, rows.training().get(0).target().dimensionsAsLongArray());
        assertEquals(3 * 3 * WIDTH, whole(rows.validation().get(0)).noisy().length);
    }

    @Test
    void heldOutImagesAreShownInTheirContext() {
        for (String axis : List.of("z", "t")) {
            ImagePlus stack = axis.equals("z") ? stack(2, 4, 1) : stack(2, 1, 4);
            List<TrainingImage> images = clean(stack, NONE, cut(2, 1, axis));
            TrainingSet set = new TrainingSet(List.of(), images);
            HeldOutImages shown = HeldOutImages.of(set, 3, 8);
            int slices = axis.equals("z") ? 9 : 1;
            assertArrayEquals(
                    new int[] {8, 8, 2, slices, 9 / slices}, shown.shown().image().getDimensions());
            assertArrayEquals(new int[] {8, 8, 2, 1, 3}, shown.noisy().getDimensions());
            ImagePlus clean = shown.clean().orElseThrow();
            for (int plane = 0; plane < 6; plane++) {
                float expected = 1000 * (plane / 2) + 100 * (plane % 2);
                assertEquals(expected, clean.getStack().getVoxel(0, 0, plane));
                assertEquals(expected, shown.noisy().getStack().getVoxel(0, 0, plane), 0.1);
            }
        }
    }

    @Test
    void ofVolumesTheMiddlePlanesAreHeldOut() {
        List<TrainingImage> images = clean(stack(2, 5, 2), NONE, new Cut(3, 2));
        HeldOutImages shown = HeldOutImages.of(new TrainingSet(List.of(), images), 3, 8);
        assertArrayEquals(new int[] {8, 8, 2, 5, 2}, shown.shown().image().getDimensions());
        assertArrayEquals(new int[] {8, 8, 2, 1, 2}, shown.noisy().getDimensions());
        assertEquals(2100, shown.clean().orElseThrow().getStack().getVoxel(0, 0, 1));
    }

    @Test
    void stacksOfTooFewPlanesAreRefused() {
        refused(
                "The network is shown 5 planes at once along z, and stack has 4.",
                stack(1, 4, 1),
                cut(1, 2, "z"));
        refused(
                "The network is shown 3 planes at once along t, and stack has 1.",
                stack(1, 4, 1),
                cut(1, 1, "t"));
        assertNotEquals(0, clean(stack(1, 4, 1), NONE, cut(1, 1, "t").with(AxisChoice.T)).size());
    }

    private static void refused(String sentence, ImagePlus stack, Cut cut) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> clean(stack, NONE, cut));
        assertEquals(sentence, refusal.getMessage());
    }

    private static Cut cut(int channels, int reach, String axis) {
        Optional<PlaneContext> context = Optional.of(PlaneContext.of(reach, axis));
        return new Cut(2, channels, context, AxisChoice.AUTO);
    }

    private static TrainingImages images(Cut cut) {
        return new TrainingImages(new Normalization.Fixed(0, 1), cut);
    }

    private static List<TrainingImage> clean(ImagePlus stack, NoiseModel noise, Cut cut) {
        return images(cut).withNoise(planeStack(stack), noise);
    }

    private static PlaneStack planeStack(ImagePlus stack) {
        return PlaneStack.of(stack, PlaneCache.ofHeap());
    }

    private static Patch whole(TrainingImage image) {
        return image.cut(PatchPlace.whole(image.target()), new SplittableRandom(1));
    }

    /** The numbers of the planes, of one channel. */
    private static int[] planes(float[] values) {
        int[] planes = new int[values.length / PLANE];
        Arrays.setAll(planes, p -> Math.round(values[p * PLANE] / 1000));
        return planes;
    }

    private static ImagePlus stack(int channels, int slices, int frames) {
        ImagePlus stack = IJ.createHyperStack("stack", WIDTH, 12, channels, slices, frames, 32);
        for (int i = 0; i < stack.getStackSize(); i++) {
            int[] position = stack.convertIndexToPosition(i + 1);
            int plane = slices > 1 ? position[1] - 1 : position[2] - 1;
            float[] pixels = (float[]) stack.getStack().getPixels(i + 1);
            for (int p = 0; p < PLANE; p++)
                pixels[p] = 1000 * plane + 100 * (position[0] - 1) + p % WIDTH;
        }
        return stack;
    }
}
