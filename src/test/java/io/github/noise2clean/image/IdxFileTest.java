package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

    private static final Path MNIST = Path.of("..", "shared", "data", "mnist");
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;
    private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, (byte) 200, 7, 8, 9, 10, (byte) 255};

    @TempDir private Path folder;

    private Path images(int... header) throws IOException {
        return written("train-images-idx3-ubyte", DatasetBytes.idx(PIXELS, header));
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(String reason, Path file) {
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(file));
        assertEquals(reason, e.getMessage());
    }

    private static void assertDamaged(String reason, Path file) {
        assertRefused("The IDX file " + file + " is damaged: " + reason + ".", file);
    }

    @Test
    void imagesAreSlicesOfRowsFromTheTop() throws IOException {
        ImagePlus image = ImageFiles.open(images(IMAGES, 2, 2, 3));
        assertArrayEquals(new int[] {3, 2, 1, 2, 1}, image.getDimensions());
        assertEquals(ImagePlus.GRAY8, image.getType());
        assertEquals("train-images-idx3-ubyte", image.getTitle());
        assertEquals(5, image.getStack().getVoxel(2, 1, 0));
        assertEquals(200, image.getStack().getVoxel(0, 0, 1));
        assertNull(image.getStack().getSliceLabel(1));
    }

    @Test
    void theContentsTellAGzipAndNotTheName() throws IOException {
        byte[] bytes = DatasetBytes.idx(PIXELS, IMAGES, 2, 2, 3);
        Path zipped = written("digits", DatasetBytes.gzip(bytes));
        Path plain = written("digits.gz", bytes);
        assertEquals(255, ImageFiles.open(zipped).getStack().getVoxel(2, 1, 1));
        assertEquals(255, ImageFiles.open(plain).getStack().getVoxel(2, 1, 1));
    }

    @Test
    void theLabelsBesideAreSliceLabels() throws IOException {
        byte[] labels = DatasetBytes.idx(new byte[] {7, 0}, LABELS, 2);
        written("train-labels-idx1-ubyte.gz", DatasetBytes.gzip(labels));
        ImageStack stack = ImageFiles.open(images(IMAGES, 2, 2, 3)).getStack();
        assertEquals("7", stack.getSliceLabel(1));
        assertEquals("0", stack.getSliceLabel(2));
    }

    @Test
    void labelsThatDoNotFitAreRefused() throws IOException {
        Path images = images(IMAGES, 2, 2, 3);
        Path labels = written("train-labels-idx1-ubyte", DatasetBytes.idx(new byte[3], LABELS, 3));
        assertRefused(labels + " holds 3 labels, but " + images + " holds 2 images.", images);
        written("train-labels-idx1-ubyte", DatasetBytes.idx(new byte[1], LABELS, 2));
        String damaged = "The file %s is damaged: it does not hold the 2 labels it claims.";
        assertRefused(damaged.formatted(labels), images);
        written("train-labels-idx1-ubyte", DatasetBytes.idx(new byte[3], LABELS, 2));
        assertRefused(damaged.formatted(labels), images);
        written("train-labels-idx1-ubyte", "seven, nought".getBytes());
        assertRefused("The file " + labels + " does not hold IDX labels.", images);
    }

    @Test
    void otherIdxFilesAreRefused() throws IOException {
        Path labels = images(LABELS, 2);
        assertRefused(
                labels + " holds labels, not images: open the images that belong to it.", labels);
        String other = "The IDX file %s holds no 8-bit images: its magic number is 0x%s, not 0x%s.";
        Path floats = images(0x00000d03, 2, 2, 3);
        assertRefused(other.formatted(floats, "00000d03", "00000803"), floats);
        Path volumes = images(0x00000804, 1, 2, 2, 3);
        assertRefused(other.formatted(volumes, "00000804", "00000803"), volumes);
    }

    @Test
    void aTextNamedLikeImagesIsRefused() throws IOException {
        Path text = written("train-images-idx3-ubyte", "Not Found".getBytes());
        assertRefused(text + " is not an image in a known format.", text);
    }

    @Test
    void noImagesAreRefused() throws IOException {
        Path file = images(IMAGES, 0, 28, 28);
        assertRefused("The IDX file " + file + " holds no images.", file);
    }

    @Test
    void claimsBeyondTheFileAreRefused() throws IOException {
        String claim = "it claims %s images of %s pixels, more than it can hold";
        assertDamaged(claim.formatted("60000", "28 x 28"), images(IMAGES, 60000, 28, 28));
        assertDamaged(claim.formatted("1", "2 x 0"), images(IMAGES, 1, 0, 2));
        assertDamaged(claim.formatted("1", "65536 x 65536"), images(IMAGES, 1, 65536, 65536));
        assertDamaged(
                claim.formatted("4294967295", "4294967295 x 4294967295"),
                images(IMAGES, -1, -1, -1));
        assertDamaged(
                claim.formatted("2147483647", "1 x 2147483647"),
                images(IMAGES, Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
    }

    @Test
    void cutOffAndOverlongFilesAreRefused() throws IOException {
        assertDamaged("it ends within its header", written("a", new byte[] {0, 0, 8, 3, 0, 0}));
        assertDamaged("more bytes follow its last image", images(IMAGES, 1, 2, 3));
        byte[] cutOff = DatasetBytes.gzip(DatasetBytes.idx(PIXELS, IMAGES, 3, 2, 3));
        assertDamaged("it ends within image 3 of 3", written("b", cutOff));
    }

    @Test
    void damagedGzipsAreRefused() throws IOException {
        byte[] whole = DatasetBytes.gzip(DatasetBytes.idx(PIXELS, IMAGES, 2, 2, 3));
        String reason = "The gzip file %s is damaged or cut off.";
        Path cutOff = written("a.gz", Arrays.copyOf(whole, whole.length - 1));
        assertRefused(reason.formatted(cutOff), cutOff);
        Path noMore = written("b.gz", Arrays.copyOf(whole, 2));
        assertRefused(reason.formatted(noMore), noMore);
        whole[whole.length - 8] ^= 1; // its checksum
        Path wrong = written("c.gz", whole);
        assertRefused(reason.formatted(wrong), wrong);
    }

    @Test
    void mnistIsReadAsItsAuthorsWroteIt() throws IOException {
        Path training = MNIST.resolve("train-images-idx3-ubyte.gz");
        assumeTrue(Files.exists(training), "The digits " + training + " are not here.");
        ImagePlus image = ImageFiles.open(training);
        assertArrayEquals(new int[] {28, 28, 1, 60000, 1}, image.getDimensions());
        assertEquals("5", image.getStack().getSliceLabel(1));
        assertEquals("8", image.getStack().getSliceLabel(60000));
        assertEquals(33.318, DatasetBytes.mean(image), 5e-4);
    }
}
