package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listenToTheConsole() {
        System.setOut(new PrintStream(printed));
        System.setErr(new PrintStream(printed));
    }

    @AfterEach
    void nothingWasPrinted() {
        System.setOut(out);
        System.setErr(err);
        assertEquals("", printed.toString());
    }

    private ImagePlus roundTrip(ImagePlus image, String name) throws IOException {
        ImageFiles.save(image, folder.resolve(name));
        return ImageFiles.open(folder.resolve(name));
    }

    private void refuses(Path file) {
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(file));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    private Path truncated(ImagePlus image, String name, double part) throws IOException {
        ImageFiles.save(image, folder.resolve(name));
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        return written("truncated-" + name, Arrays.copyOf(bytes, (int) (part * bytes.length)));
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** One uncompressed 8-bit strip that starts at byte 8. */
    private Path tiff(int width, int height, int nextDirectory) throws IOException {
        int[][] entries = {{256, width}, {257, height}, {258, 8}, {273, 8}, {279, 1 << 30}};
        return tiff(entries, nextDirectory, new byte[12]);
    }

    /** A little-endian TIFF of one directory of 4-byte numbers, and what follows it. */
    private Path tiff(int[][] entries, int nextDirectory, byte[] strip) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(14 + 12 * entries.length + strip.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        bytes.putShort((short) entries.length);
        for (int[] entry : entries)
            bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        bytes.putInt(nextDirectory).put(strip);
        return written("claims.tif", bytes.array());
    }

    @Test
    void aHyperstackSurvivesTiff() throws IOException {
        ImagePlus image = TestImages.annotatedHyperstack();
        ImagePlus read = roundTrip(image, "stack.tif");
        assertArrayEquals(image.getDimensions(), read.getDimensions());
        assertEquals(CompositeImage.COMPOSITE, read.getDisplayMode());
        assertEquals(Color.YELLOW.getRGB(), read.getLuts()[1].getRGB(255));
        assertEquals(42, read.getLuts()[1].max);
        assertEquals("label 11", read.getStack().getSliceLabel(12));
        assertEquals(3, read.getOverlay().get(0).getTPosition());
        assertEquals("DAPI", read.getProp("dye"));
        assertEquals(0.5, read.getCalibration().pixelHeight, 1e-6);
        assertEquals(116, read.getStack().getVoxel(2, 1, 11));
    }

    @Test
    void savingLeavesTheImageAlone() throws IOException {
        ImagePlus image = TestImages.annotatedHyperstack();
        ImageFiles.save(image, folder.resolve("other.tif"));
        assertEquals("annotated", image.getTitle());
    }

    @Test
    void floatsSurviveTiff() throws IOException {
        float[] values = {-1e-30f, Float.NaN, 3e38f};
        ImagePlus read = roundTrip(new ImagePlus("", new FloatProcessor(3, 1, values)), "f.tiff");
        assertArrayEquals(values, (float[]) read.getProcessor().getPixels());
        assertEquals("f.tiff", read.getTitle());
    }

    @Test
    void sixteenBitSurvivesPng() throws IOException {
        short[] values = {0, 300, (short) 65535};
        ImagePlus read =
                roundTrip(new ImagePlus("", new ShortProcessor(3, 1, values, null)), "s.png");
        assertArrayEquals(values, (short[]) read.getProcessor().getPixels());
    }

    @Test
    void greyValuesSurvivePng() throws IOException {
        byte[] values = {0, 100, (byte) 255};
        ImagePlus read = roundTrip(new ImagePlus("", new ByteProcessor(3, 1, values)), "b.png");
        assertEquals(ImagePlus.GRAY8, read.getType());
        assertArrayEquals(values, (byte[]) read.getProcessor().getPixels());
    }

    @Test
    void greyRgbPngStaysRgb() throws IOException {
        ImagePlus image = new ImagePlus("", new ColorProcessor(2, 1, new int[] {0x404040, 0}));
        ImagePlus read = roundTrip(image, "grey.png");
        assertEquals(ImagePlus.COLOR_RGB, read.getType());
        assertEquals(0xff404040, read.getProcessor().get(0));
    }

    @Test
    void aFullPaletteStaysALookUpTable() throws IOException {
        ByteProcessor indices = new ByteProcessor(2, 1, new byte[] {5, 9});
        indices.setLut(LUT.createLutFromColor(Color.RED));
        ImageIO.write(indices.getBufferedImage(), "png", folder.resolve("lut.png").toFile());
        ImagePlus read = ImageFiles.open(folder.resolve("lut.png"));
        assertEquals(Color.RED.getRGB(), read.getLuts()[0].getRGB(255));
        assertEquals(9, read.getProcessor().get(1));
    }

    @Test
    void aBlackAndWhitePngIsZeroAnd255() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffffff);
        ImageIO.write(image, "png", folder.resolve("bits.png").toFile());
        ImagePlus read = ImageFiles.open(folder.resolve("bits.png"));
        assertEquals(ImagePlus.GRAY8, read.getType());
        assertEquals(255, read.getProcessor().get(1));
    }

    @Test
    void damagedTiffsAreRefused() throws IOException {
        refuses(truncated(TestImages.annotatedHyperstack(), "stack.tif", 0.9));
        refuses(truncated(TestImages.grey(8, 1, 1, 1), "plane.tif", 0.95));
        refuses(truncated(TestImages.grey(8, 1, 1, 1), "header.tif", 0.05));
        refuses(written("magic.tif", new byte[] {'I', 'I', 42, 0}));
    }

    @Test
    void foreignAndEmptyFilesAreRefused() throws IOException {
        refuses(written("text.tif", "This is no image, but a letter to a friend.".getBytes()));
        refuses(written("text.txt", "1 2 3".getBytes()));
        refuses(written("empty.tif", new byte[0]));
        refuses(written("empty.png", new byte[0]));
        refuses(folder);
        refuses(folder.resolve("missing.tif"));
    }

    @Test
    void damagedPngsAreRefused() throws IOException {
        ImagePlus image = new ImagePlus("", new ShortProcessor(64, 64));
        image.getProcessor().noise(1000);
        refuses(truncated(image, "half.png", 0.5));
        refuses(truncated(image, "header.png", 0.005));
    }

    @Test
    void tiffsThatClaimMoreThanTheyHoldAreRefused() throws IOException {
        assertEquals(4, ImageFiles.open(tiff(4, 3, 0)).getWidth());
        refuses(tiff(40000, 40000, 0));
        refuses(tiff(Integer.MAX_VALUE, Integer.MAX_VALUE, 0));
        refuses(tiff(-1, 5, 0));
        refuses(tiff(4, 3, 8));
    }

    @Test
    void aDamagedZipStripIsRefused() throws IOException {
        byte[] strip = new byte[100];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[12]);
        deflater.finish();
        deflater.deflate(strip);
        assertEquals(0, ImageFiles.open(zipTiff(strip)).getProcessor().get(3, 2));
        strip[5] ^= 0x55;
        refuses(zipTiff(strip));
    }

    /** A plane of 4 x 3 pixels, 8-bit, whose compressed strip follows the directory. */
    private Path zipTiff(byte[] strip) throws IOException {
        int[][] entries = {
            {256, 4}, {257, 3}, {258, 8}, {259, 8}, {273, 98}, {278, 3}, {279, strip.length}
        };
        return tiff(entries, 0, strip);
    }

    @Test
    void whatIsNotWrittenLeavesNothingBehind() throws IOException {
        ImagePlus stack = TestImages.grey(8, 1, 2, 1);
        assertThrows(IOException.class, () -> ImageFiles.save(stack, folder.resolve("a.png")));
        assertThrows(IOException.class, () -> ImageFiles.save(stack, folder.resolve("a.gif")));
        assertThrows(IOException.class, () -> ImageFiles.save(stack, folder.resolve("b/a.tif")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderListsItsImagesByName() throws IOException {
        for (String name : List.of("b.TIF", "a.png", "notes.txt", ".hidden.tif"))
            written(name, new byte[0]);
        assertEquals(
                List.of(folder.resolve("a.png"), folder.resolve("b.TIF")), ImageFiles.list(folder));
        assertEquals(
                List.of(folder.resolve("notes.txt")), ImageFiles.list(folder.resolve("notes.txt")));
    }

    @Test
    void nothingToListIsRefused() {
        IOException empty = assertThrows(IOException.class, () -> ImageFiles.list(folder));
        assertEquals("The folder " + folder + " holds no image files.", empty.getMessage());
        assertThrows(IOException.class, () -> ImageFiles.list(folder.resolve("missing")));
    }
}
