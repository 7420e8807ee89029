package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.DatasetBytes;
import io.github.noise2clean.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkDataTest {

    private static final Path SHARED = Path.of("..", "shared", "data");

    @TempDir private Path folder;

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /** Three training images, one test image: each of one colour of equal parts, its label. */
    private BenchmarkData cifar() throws IOException {
        write("data_batch_2.bin", cifar(3));
        write("data_batch_1.bin.gz", DatasetBytes.gzip(cifar(1, 2)));
        write("test_batch.bin", cifar(4));
        return BenchmarkData.open(folder);
    }

    private static byte[] cifar(int... labels) {
        int[][] images = new int[labels.length][];
        for (int i = 0; i < labels.length; i++)
            images[i] = new int[] {labels[i], labels[i], labels[i], labels[i]};
        return DatasetBytes.cifar(images);
    }

    private void writeIdx(String name, int... header) throws IOException {
        write(name, DatasetBytes.idx(new byte[] {0, 100, 50, (byte) 250, 1, 3, 5, 7}, header));
    }

    private BenchmarkData idx() throws IOException {
        writeIdx("train-images-idx3-ubyte", 0x803, 1, 2, 4);
        write("train-labels-idx1-ubyte", DatasetBytes.idx(new byte[] {6}, 0x801, 1));
        writeIdx("t10k-images-idx3-ubyte", 0x803, 1, 2, 4);
        return BenchmarkData.open(folder);
    }

    private static byte[] pixels(ImagePlus image) {
        return (byte[]) image.getStack().getPixels(1);
    }

    @Test
    void allBatchesAreJoinedInTheOrderOfTheirNames() throws IOException {
        BenchmarkData data = cifar();
        assertEquals(folder.getFileName().toString(), data.name());
        assertArrayEquals(new int[] {32, 32, 1, 3, 1}, data.training().getDimensions());
        assertEquals("automobile", data.training().getStack().getSliceLabel(1));
        assertEquals("cat", data.training().getStack().getSliceLabel(3));
        assertEquals(1, data.test().getStackSize());
        assertEquals("deer", data.test().getStack().getSliceLabel(1));
        assertEquals(data.name() + "-training", data.training().getTitle());
    }

    @Test
    void aBatchThatLiesThereTwiceCountsOnce() throws IOException {
        write("data_batch_1.bin", cifar(1, 2));
        assertEquals(3, cifar().training().getStackSize());
    }

    @Test
    void idxFilesAreFoundByTheirNames() throws IOException {
        BenchmarkData data = idx();
        assertArrayEquals(new int[] {4, 2, 1, 1, 1}, data.training().getDimensions());
        assertEquals("6", data.training().getStack().getSliceLabel(1));
        assertSame(data.test(), data.part(BenchmarkPart.TEST));
    }

    @Test
    void aFolderWithoutBothHalvesIsRefused() throws IOException {
        String reason =
                "The folder "
                        + folder
                        + " lacks training or test images: it must hold train-images-idx3-ubyte and"
                        + " t10k-images-idx3-ubyte, or data_batch*.bin and test_batch*.bin, each"
                        + " plain or as .gz.";
        assertRefused(reason);
        writeIdx("train-images-idx3-ubyte", 0x803, 1, 2, 4);
        assertRefused(reason);
        write("test_batch.bin", cifar(4));
        assertRefused(reason);
        Path missing = folder.resolve("missing");
        IOException e = assertThrows(IOException.class, () -> BenchmarkData.open(missing));
        assertEquals("There is no folder " + missing + ".", e.getMessage());
    }

    private void assertRefused(String reason) {
        IOException e = assertThrows(IOException.class, () -> BenchmarkData.open(folder));
        assertEquals(reason, e.getMessage());
    }

    @Test
    void halvesOfTwoSizesAreRefused() {
        ImagePlus training = IJ.createImage("", "8-bit black", 28, 28, 2);
        ImagePlus test = IJ.createImage("", "RGB black", 32, 32, 2);
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new BenchmarkData("digits", training, test));
        assertEquals(
                "The training images of digits are 28 x 28 pixels of 8 bits,"
                        + " but its test images 32 x 32 pixels of 24 bits.",
                e.getMessage());
    }

    @Test
    void onlyTheTrainingImagesAreLimited() throws IOException {
        BenchmarkData data = cifar();
        BenchmarkData limited = data.limited(2);
        assertEquals(2, limited.training().getStackSize());
        assertEquals("bird", limited.training().getStack().getSliceLabel(2));
        assertSame(data.test(), limited.test());
        assertEquals(3, data.limited(1000).training().getStackSize());
        Exception e = assertThrows(IllegalArgumentException.class, () -> data.limited(0));
        assertEquals("There must be at least 1 training image, not 0.", e.getMessage());
    }

    /** To half: weights 1/8, 3/8, 3/8, 1/8 along the rows, the outermost pixels repeated. */
    @Test
    void shrinkingAverages() throws IOException {
        BenchmarkData data = idx().resized(new ImageSize(2, 1));
        assertArrayEquals(new byte[] {23, 81}, pixels(data.training()));
        assertArrayEquals(new byte[] {23, 81}, pixels(data.test()));
        assertEquals("6", data.training().getStack().getSliceLabel(1));
    }

    @Test
    void coloursAreResized() throws IOException {
        BenchmarkData data = cifar().resized(new ImageSize(28, 28));
        assertArrayEquals(new int[] {28, 28, 1, 3, 1}, data.training().getDimensions());
        assertEquals(ImagePlus.COLOR_RGB, data.training().getType());
        assertEquals(0x030303, data.training().getStack().getProcessor(3).get(14, 14) & 0xffffff);
        assertEquals("cat", data.training().getStack().getSliceLabel(3));
    }

    @Test
    void mnistHasItsTwoHalves() throws IOException {
        Path mnist = SHARED.resolve("mnist");
        assumeTrue(Files.exists(mnist), "The digits " + mnist + " are not here.");
        BenchmarkData data = BenchmarkData.open(mnist);
        assertEquals("mnist", data.name());
        assertEquals(60000, data.training().getStackSize());
        assertEquals(10000, data.test().getStackSize());
        assertEquals("7", data.test().getStack().getSliceLabel(1));
    }

    @Test
    void cifarHasItsTwoHalves() throws IOException {
        Path cifar = SHARED.resolve("cifar10");
        assumeTrue(Files.exists(cifar), "The batches " + cifar + " are not here.");
        BenchmarkData data = BenchmarkData.open(cifar).limited(100);
        assertEquals(100, data.training().getStackSize());
        assertEquals(1000, data.test().getStackSize());
        assertEquals("horse", data.test().getStack().getSliceLabel(1));
        assertEquals(0xff3c4952, data.test().getStack().getProcessor(1).get(0));
    }
}
