package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.CountingStack;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingFilesTest {

    private static final Path STACK = Path.of("sample-data", "fashion-mnist-200.tif");
    private static final Preparation PREPARATION =
            new Preparation(Optional.empty(), Cut.PLANES, Optional.empty());

    @TempDir Path folder;

    @Test
    void anOpenImageGivesWhatItsFileGives() throws IOException {
        NoiseModel noise = NoiseModel.parse("gaussian:10%", false);
        ImagePlus image = ImageFiles.open(STACK);
        TrainingFiles fromFile = TrainingFiles.withNoise(List.of(STACK), noise, PREPARATION);
        TrainingFiles fromImage = TrainingFiles.withNoise(image, noise, PREPARATION);
        assertEquals(fromFile.normalization(), fromImage.normalization());
        assertEquals(200, fromImage.images().get(0).size());
        assertArrayEquals(
                new long[] {28, 28, 1},
                fromImage.images().get(0).get(199).target().dimensionsAsLongArray());
    }

    @Test
    void imagesAreBroughtToTheSizeThatIsWanted() throws IOException {
        Preparation smaller =
                new Preparation(Optional.empty(), Cut.PLANES, Optional.of(new ImageSize(14, 7)));
        NoiseModel noise = NoiseModel.parse("gaussian:10%");
        TrainingFiles files = TrainingFiles.withNoise(List.of(STACK), noise, smaller);
        assertEquals(200, files.images().get(0).size());
        assertArrayEquals(
                new long[] {14, 7, 1},
                files.images().get(0).get(0).target().dimensionsAsLongArray());
        TrainingFiles pairs = TrainingFiles.pairs(List.of(STACK), List.of(STACK), smaller);
        assertArrayEquals(
                new long[] {14, 7, 1},
                pairs.images().get(0).get(199).target().dimensionsAsLongArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"percentile:1,99", "mean-std", "fixed:0,200"})
    void aTinyCacheGivesTheBatchesOfAWholeOne(String normalization) throws IOException {
        saveRamps();
        Preparation preparation = prepared(normalization);
        NoiseModel noise = NoiseModel.parse("gaussian:10%+clip");
        PlaneCache tiny = new PlaneCache(9000);
        List<Path> paths = List.of(folder);
        TrainingFiles small = TrainingFiles.withNoise(paths, noise, preparation, tiny);
        TrainingFiles large = TrainingFiles.withNoise(paths, noise, preparation);
        assertSameBatches(small, large);
        assertSameBatches(
                TrainingFiles.pairs(paths, paths, preparation, tiny),
                TrainingFiles.pairs(paths, paths, preparation));
    }

    @Test
    void aVirtualStackIsNotReadWholeBeforeTheTraining() {
        CountingStack stack = new CountingStack(1024, 1024, 400);
        TrainingFiles files =
                TrainingFiles.withNoise(
                        new ImagePlus("", stack),
                        NoiseModel.parse("gaussian:10%"),
                        prepared("fixed:0,1"));
        assertEquals(400, files.images().get(0).size());
        assertTrue(stack.reads() <= 18, stack.reads() + " planes were read");
        assertEquals(new DataRange(12, 387), files.images().get(0).get(0).range());
    }

    @Test
    void fixedNormalizationOfBytesReadsNothing() throws IOException {
        Path file = folder.resolve("zip.tif");
        Files.write(file, zipTiffWithoutPixels());
        TrainingFiles files =
                TrainingFiles.withNoise(
                        List.of(file), NoiseModel.parse("gaussian:10%"), prepared("fixed:0,255"));
        RandomGenerator random = Seeds.random(1, 1);
        TrainingImage image = files.images().get(0).get(0);
        UncheckedIOException e =
                assertThrows(
                        UncheckedIOException.class,
                        () -> image.cut(PatchPlace.whole(image.target()), random));
        assertEquals(
                "The TIFF file " + file + " is damaged: its pixels cannot be decoded.",
                e.getMessage());
    }

    private void saveRamps() throws IOException {
        for (int i = 0; i < 6; i++) {
            ImagePlus image = IJ.createImage("", "16-bit noise", 40 + i, 50, 1 + i % 3);
            fill(image, i);
            ImageFiles.save(image, folder.resolve("image" + i + ".tif"));
        }
    }

    private static void fill(ImagePlus image, int seed) {
        for (int z = 1; z <= image.getStackSize(); z++) {
            RandomGenerator random = Seeds.random(seed, z);
            short[] pixels = (short[]) image.getStack().getPixels(z);
            for (int i = 0; i < pixels.length; i++) pixels[i] = (short) random.nextInt(1000);
        }
    }

    private static void assertSameBatches(TrainingFiles expected, TrainingFiles files) {
        PatchSampler first = sampler(expected);
        PatchSampler second = sampler(files);
        for (int step = 0; step < 20; step++) {
            Batch batch = first.batch(step, 4);
            assertArrayEquals(batch.noisy(), second.batch(step, 4).noisy());
            assertArrayEquals(batch.target(), second.batch(step, 4).target());
        }
    }

    private static PatchSampler sampler(TrainingFiles files) {
        List<TrainingImage> images = files.images().stream().flatMap(List::stream).toList();
        return new PatchSampler(images, new long[] {16, 16}, 3);
    }

    /** 4 x 3 pixels, 8-bit, whose ZIP strip of 12 bytes is all zeros. */
    private static byte[] zipTiffWithoutPixels() {
        int[][] entries = {{256, 4}, {257, 3}, {258, 8}, {259, 8}, {273, 98}, {278, 3}, {279, 12}};
        ByteBuffer bytes = ByteBuffer.allocate(110).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        bytes.putShort((short) entries.length);
        for (int[] entry : entries)
            bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        return bytes.array();
    }

    private static Preparation prepared(String normalization) {
        return new Preparation(
                Optional.of(Normalization.parse(normalization)), Cut.PLANES, Optional.empty());
    }
}
