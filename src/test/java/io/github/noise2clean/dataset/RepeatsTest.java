package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatsTest {

    private static final Preparation PREPARATION =
            new Preparation(
                    Optional.of(new Normalization.Fixed(0, 1)), Cut.PLANES, Optional.empty());

    @TempDir private Path folder;

    @Test
    void aPatchIsMadeOfTwoDifferentLooks() {
        assertEquals(
                "0>1 0>2 0>3 1>0 1>2 1>3 2>0 2>1 2>3 3>0 3>1 3>2", drawn(repeats(4, false), 500));
    }

    @Test
    void ofATimeSeriesOnlyNeighboursBelongTogether() {
        assertEquals("0>1 1>0 1>2 2>1 2>3 3>2", drawn(repeats(4, true), 500));
    }

    @Test
    void thePlaceIsTheSameInBothLooksAndBothAreNormalised() {
        float[] first = new float[64];
        float[] second = new float[64];
        for (int i = 0; i < 64; i++) second[i] = 1000 + (first[i] = i);
        Repeats repeats =
                new Repeats(
                        List.of(
                                ArrayImgs.floats(first, 8, 8, 1),
                                ArrayImgs.floats(second, 8, 8, 1)),
                        false,
                        new DataRange(0, 100),
                        List.of(IntensityMap.linear(10, 2)));
        SplittableRandom random = new SplittableRandom(1);
        Patch patch =
                repeats.cut(PatchPlace.random(random, repeats.target(), new long[] {3, 3}), random);
        for (int i = 0; i < 9; i++)
            assertEquals(500, Math.abs(patch.target()[i] - patch.noisy()[i]));
        assertFalse(repeats.hasCleanTarget());
    }

    @Test
    void aStackIsOneThingInItsFramesOrElseItsSlices() {
        assertEquals(List.of(5), looks(TrainingFiles.repeats(stack(1, 5), false, PREPARATION)));
        assertEquals(List.of(3, 3), looks(TrainingFiles.repeats(stack(2, 3), false, PREPARATION)));
    }

    @Test
    void aFolderOfPlanesIsOneThingAndAFolderOfStacksIsSeveral() throws IOException {
        Path planes = Files.createDirectory(folder.resolve("planes"));
        for (int i = 0; i < 4; i++)
            ImageFiles.save(new ImagePlus("", plane(i)), planes.resolve(i + ".tif"));
        Path stacks = Files.createDirectory(folder.resolve("stacks"));
        ImageFiles.save(stack(1, 2), stacks.resolve("a.tif"));
        ImageFiles.save(stack(1, 3), stacks.resolve("b.tif"));
        assertEquals(List.of(4), looks(repeats(planes)));
        assertEquals(List.of(2, 3), looks(repeats(stacks)));
        assertEquals(List.of(4, 2, 3), looks(repeats(planes, stacks)));
    }

    @Test
    void twoFoldersAreMatchedByTheOrderOfNames() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        for (int i = 0; i < 3; i++) {
            ImageFiles.save(new ImagePlus("", plane(i)), first.resolve(i + ".tif"));
            ImageFiles.save(new ImagePlus("", plane(10 + i)), second.resolve(i + ".tif"));
        }
        TrainingFiles files = TrainingFiles.repeats(List.of(first), List.of(second), PREPARATION);
        for (int i = 0; i < 3; i++) {
            Repeats thing = (Repeats) files.images().get(i).get(0);
            assertEquals(i, thing.looks().get(0).getAt(0, 0, 0).get());
            assertEquals(10 + i, thing.looks().get(1).getAt(0, 0, 0).get());
        }
        Files.delete(second.resolve("2.tif"));
        refused(
                "There are 3 noisy images but 2 repeats",
                () -> TrainingFiles.repeats(List.of(first), List.of(second), PREPARATION));
    }

    @Test
    void whatAreNoRepeatsIsRefusedWithASentence() throws IOException {
        refused(
                "stack is a single image: to learn from repeats, give two or more",
                () -> TrainingFiles.repeats(stack(1, 1), false, PREPARATION));
        ImageFiles.save(new ImagePlus("", plane(1)), folder.resolve("a.tif"));
        ImageFiles.save(new ImagePlus("", new FloatProcessor(9, 8)), folder.resolve("b.tif"));
        refused(
                "b.tif ([X, Y] [9, 8]) and a.tif ([X, Y] [8, 8]) should show the same thing",
                () -> repeats(folder));
    }

    @Test
    void aSingleThingIsSplitIntoRowsForTrainingAndValidation() {
        TrainingSet set = TrainingFiles.repeats(stack(1, 5), false, PREPARATION).split(1);
        assertEquals(5, ((Repeats) set.training().get(0)).looks().size());
        assertArrayEquals(
                new long[] {8, 7, 1}, set.training().get(0).target().dimensionsAsLongArray());
        assertEquals(7, set.validation().get(0).target().min(1));
        assertFalse(set.hasCleanTargets());
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void refused(String words, Reading reading) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, reading::read);
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    private static TrainingFiles repeats(Path... paths) throws IOException {
        return TrainingFiles.repeats(List.of(paths), false, PREPARATION);
    }

    /** How many looks each thing has. */
    private static List<Integer> looks(TrainingFiles files) {
        return files.images().stream()
                .flatMap(List::stream)
                .map(image -> ((Repeats) image).looks().size())
                .toList();
    }

    /** All pairs that come up, as "noisy>target". */
    private static String drawn(Repeats repeats, int count) {
        SplittableRandom random = new SplittableRandom(7);
        TreeSet<String> pairs = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            Patch patch = repeats.cut(PatchPlace.whole(repeats.target()), random);
            pairs.add((int) patch.noisy()[0] + ">" + (int) patch.target()[0]);
        }
        return String.join(" ", pairs);
    }

    /** Looks whose pixels are all their number. */
    private static Repeats repeats(int count, boolean consecutive) {
        List<RandomAccessibleInterval<FloatType>> looks =
                IntStream.range(0, count)
                        .<RandomAccessibleInterval<FloatType>>mapToObj(
                                i -> ArrayImgs.floats(new float[] {i}, 1, 1, 1))
                        .toList();
        return new Repeats(
                looks, consecutive, new DataRange(0, 1), List.of(IntensityMap.linear(0, 1)));
    }

    private static ImagePlus stack(int slices, int frames) {
        ImageStack stack = new ImageStack(8, 8);
        for (int i = 0; i < slices * frames; i++) stack.addSlice(plane(i));
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(1, slices, frames);
        return image;
    }

    private static ImageProcessor plane(float value) {
        FloatProcessor plane = new FloatProcessor(8, 8);
        plane.add(value);
        return plane;
    }
}
