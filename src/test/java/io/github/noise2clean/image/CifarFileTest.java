package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarFileTest {

    private static final Path CIFAR = Path.of("..", "shared", "data", "cifar10");

    @TempDir private Path folder;

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertForeign(String reason, Path file) {
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(file));
        assertEquals(
                file + " is not a CIFAR-10 batch, or is damaged: " + reason + ".", e.getMessage());
    }

    @Test
    void imagesAreRgbSlicesLabelledWithTheirClass() throws IOException {
        byte[] bytes = DatasetBytes.cifar(new int[] {0, 1, 2, 3}, new int[] {9, 255, 128, 0});
        ImagePlus image = ImageFiles.open(written("batch.bin", bytes));
        assertArrayEquals(new int[] {32, 32, 1, 2, 1}, image.getDimensions());
        assertEquals(ImagePlus.COLOR_RGB, image.getType());
        assertEquals("airplane", image.getStack().getSliceLabel(1));
        assertEquals("truck", image.getStack().getSliceLabel(2));
        assertEquals(0xff010203, image.getStack().getProcessor(1).get(31, 31));
        assertEquals(0xffff8000, image.getStack().getProcessor(2).get(0, 0));
    }

    @Test
    void planesAreRowsFromTheTop() throws IOException {
        byte[] bytes = DatasetBytes.cifar(new int[] {5, 0, 0, 0});
        bytes[1 + 1024 + 2 * 32 + 3] = 77;
        ImagePlus image = ImageFiles.open(written("batch.bin", bytes));
        assertEquals(0xff004d00, image.getProcessor().get(3, 2));
    }

    @Test
    void theContentsTellAGzipAndNotTheName() throws IOException {
        byte[] bytes = DatasetBytes.cifar(new int[] {3, 1, 2, 3});
        Path zipped = written("a.bin", DatasetBytes.gzip(bytes));
        Path plain = written("b.bin.gz", bytes);
        assertEquals("cat", ImageFiles.open(zipped).getStack().getSliceLabel(1));
        assertEquals("cat", ImageFiles.open(plain).getStack().getSliceLabel(1));
    }

    @Test
    void blackImagesThatStartLikeIdxAndDicomAreBatchesAllTheSame() throws IOException {
        byte[] bytes = DatasetBytes.cifar(new int[] {0, 0, 0, 0});
        bytes[2] = 8;
        bytes[3] = 3;
        assertEquals(1, ImageFiles.open(written("idx.bin", bytes)).getStackSize());
        byte[] ship = DatasetBytes.cifar(new int[] {8, 0, 0, 0});
        assertEquals(1, ImageFiles.open(written("dicom.bin", ship)).getStackSize());
    }

    @Test
    void foreignAndCutOffFilesAreRefused() throws IOException {
        byte[] bytes = DatasetBytes.cifar(new int[] {1, 0, 0, 0}, new int[] {10, 0, 0, 0});
        assertForeign("its image 2 is of the class 10, not 0 to 9", written("a.bin", bytes));
        Path text = written("b.bin", "firmware".getBytes());
        assertForeign("its image 1 is of the class 102, not 0 to 9", text);
        Path cutOff = written("c.bin", Arrays.copyOf(bytes, 3072));
        assertForeign("its size is not a multiple of 3073 bytes", cutOff);
        bytes[3073] = 2;
        Path zipped = written("d.bin.gz", DatasetBytes.gzip(Arrays.copyOf(bytes, 3074)));
        assertForeign("its size is not a multiple of 3073 bytes", zipped);
    }

    @Test
    void noImagesAreRefused() throws IOException {
        Path empty = written("empty.bin", new byte[0]);
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(empty));
        assertEquals("The file " + empty + " holds no images.", e.getMessage());
    }

    @Test
    void aFolderListsDataSets() throws IOException {
        for (String name : List.of("b.bin.gz", "a.BIN", "t10k-images-idx3-ubyte", "labels.bin.md5"))
            written(name, new byte[0]);
        List<Path> expected =
                List.of(
                        folder.resolve("a.BIN"),
                        folder.resolve("b.bin.gz"),
                        folder.resolve("t10k-images-idx3-ubyte"));
        assertEquals(expected, ImageFiles.list(folder));
    }

    @Test
    void cifarIsReadAsItsAuthorsWroteIt() throws IOException {
        Path training = CIFAR.resolve("data_batch_5000.bin.gz");
        assumeTrue(Files.exists(training), "The batch " + training + " is not here.");
        ImagePlus image = ImageFiles.open(training);
        assertArrayEquals(new int[] {32, 32, 1, 5000, 1}, image.getDimensions());
        assertEquals("horse", image.getStack().getSliceLabel(1));
        assertEquals("truck", image.getStack().getSliceLabel(2));
        assertEquals(0xffd6e7fa, image.getStack().getProcessor(1).get(0));
        assertEquals(123.34199, meanRed(image, 10), 1e-4);
    }

    private static double meanRed(ImagePlus image, int images) {
        long sum = 0;
        for (int i = 1; i <= images; i++)
            for (int pixel : (int[]) image.getStack().getPixels(i)) sum += pixel >> 16 & 255;
        return sum / (1024.0 * images);
    }
}
