package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are read from their files row by row, and files whose pixels come in any order. */
class FileImageTest {

    private static final Path STACKS = Path.of("..", "shared", "data", "stacks");

    /** Wide, so that strips have few rows and planes have several. */
    private static final int WIDTH = 150_001;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void rowsAreReadAsImageJReadsThem(int depth) throws IOException {
        ImagePlus image = wide(depth, depth == 24 ? 1 : 2, 2);
        ImageFiles.save(image, folder.resolve("a.tif"));
        PlaneCache cache = new PlaneCache(3 << 20);
        assertSamePixels(ImagePluses.view(image), inPlace("a.tif", cache).pixels());
        assertTrue(cache.planesHeld() <= 5, cache.planesHeld() + " strips");
    }

    @Test
    void littleEndianAndSignedPixelsAreReadAsImageJReadsThem() throws IOException {
        for (int format : new int[] {1, 2}) {
            ByteBuffer pixels = ByteBuffer.allocate(2 * 40).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 40; i++) pixels.putShort((short) (i * 1601 - 30_000));
            Path file = littleEndian(format, pixels.array());
            AxisImage opened = ImagePluses.view(ImageFiles.open(file));
            FileImage seen = ImageFiles.inPlace(file, new PlaneCache(0)).orElseThrow();
            assertSamePixels(opened, seen.pixels());
            assertDescribedAlike(ImageFiles.open(file), seen.outline());
        }
    }

    @Test
    void onlyTheRowsThatAreLookedAtAreRead() throws IOException {
        ImageFiles.save(wide(16, 1, 3), folder.resolve("a.tif"));
        PlaneCache cache = new PlaneCache(1 << 30);
        FileImage image = inPlace("a.tif", cache);
        assertEquals(0, cache.planesHeld());
        image.pixels().pixels().getAt(77, 8, 1).get();
        assertEquals(1, cache.planesHeld());
    }

    @Test
    void theOutlineIsDescribedAsTheImage() throws IOException {
        ImageFiles.save(TestImages.annotatedHyperstack(), folder.resolve("stack.tif"));
        FileImage seen = inPlace("stack.tif", new PlaneCache(0));
        ImagePlus opened = ImageFiles.open(folder.resolve("stack.tif"));
        assertDescribedAlike(opened, seen.outline());
        assertEquals(2L * 4 * 3 * 12, seen.bytes());
    }

    @Test
    void realFilesAreDescribedAsWhenTheyAreOpened() throws IOException {
        assumeTrue(Files.isDirectory(STACKS), "needs the folder ../shared/data/stacks");
        for (Path file : ImageFiles.list(STACKS)) {
            Optional<FileImage> seen = ImageFiles.inPlace(file, new PlaneCache(1 << 20));
            if (seen.isEmpty()) continue;
            ImagePlus opened = ImageFiles.open(file);
            assertDescribedAlike(opened, seen.get().outline());
            assertSamePixels(ImagePluses.view(opened), seen.get().pixels());
        }
    }

    @Test
    void whatIsNotInOnePieceIsNotReadInPlace() throws IOException {
        ImageFiles.save(TestImages.grey(8, 1, 1, 1), folder.resolve("a.png"));
        assertEquals(
                Optional.empty(), ImageFiles.inPlace(folder.resolve("a.png"), new PlaneCache(0)));
        assertThrows(
                IOException.class,
                () -> ImageFiles.inPlace(folder.resolve("missing.tif"), new PlaneCache(0)));
    }

    @Test
    void aFileIsWrittenAsImageJWritesIt() throws IOException {
        ImagePlus image = TestImages.annotatedHyperstack();
        ImageFiles.save(image, folder.resolve("whole.tif"));
        ImagePlus written = written(folder.resolve("whole.tif"), 1 << 20);
        assertDescribedAlike(ImageFiles.open(folder.resolve("whole.tif")), written);
        assertSamePixels(ImagePluses.view(image), ImagePluses.view(written));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void pixelsThatAreWrittenInAnyOrderAreAllThere(int depth) throws IOException {
        ImagePlus image = wide(depth, depth == 24 ? 1 : 2, 2);
        ImageFiles.save(image, folder.resolve("whole.tif"));
        ImagePlus written = written(folder.resolve("whole.tif"), 0);
        assertSamePixels(ImagePluses.view(image), ImagePluses.view(written));
        assertDescribedAlike(ImageFiles.open(folder.resolve("whole.tif")), written);
    }

    @Test
    void asManyStripsAreHeldAsAreAllowed() throws IOException {
        ImagePlus outline = IJ.createImage("", "16-bit black", 2, 1, 3);
        ImageSize plane = new ImageSize(1 << 19, 20);
        try (UnfinishedTiff tiff =
                UnfinishedTiff.create(folder.resolve("a.tif"), outline, plane, 5 << 20)) {
            for (var pixels : tiff.view().planes())
                for (FloatType pixel : Views.flatIterable(Views.hyperSlice(pixels, 0, 9))) {
                    pixel.set(7);
                    assertTrue(tiff.stripsHeld() <= 5);
                }
            assertEquals(5, tiff.stripsHeld());
            tiff.finish();
            assertEquals(0, tiff.stripsHeld());
        }
    }

    @Test
    void everyPlaneBelowFourGigabytesHasADirectory() throws IOException {
        assertEquals(3, directories(new ImageSize(1000, 1000)));
    }

    @Test
    void beyondFourGigabytesOnlyTheFirstHas() throws IOException {
        assertEquals(1, directories(new ImageSize(40_000, 40_000)));
    }

    /** Only the frame is written, so that the file is small on most systems. */
    private int directories(ImageSize plane) throws IOException {
        Path file = folder.resolve("frame.tif");
        ImagePlus outline = IJ.createImage("", "16-bit black", 2, 1, 3);
        outline.setDimensions(1, 1, 3);
        StackSize size = new StackSize(plane, 1, 1, 3);
        TiffFrame frame = TiffFrame.of(outline, new RowStrips(size, 2));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] head = bytes(frame.head(1 << 16));
            out.write(head);
            out.seek((1 << 16) + 6L * plane.pixels());
            out.write(bytes(frame.tail(1 << 16)));
            out.seek(0);
            return count(out);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static int count(RandomAccessFile file) throws IOException {
        boolean little = file.readByte() == 'I';
        int count = 0;
        file.seek(4);
        for (long next = number(file, little); next != 0; count++) {
            file.seek(next);
            int entries = file.readShort();
            file.seek(next + 2 + 12L * (little ? Short.reverseBytes((short) entries) : entries));
            next = number(file, little);
        }
        return count;
    }

    private static long number(RandomAccessFile file, boolean little) throws IOException {
        int number = file.readInt();
        return Integer.toUnsignedLong(little ? Integer.reverseBytes(number) : number);
    }

    /** A copy of the file, whose columns are written from right to left, two blocks of each row. */
    private ImagePlus written(Path whole, long bytes) throws IOException {
        FileImage source = ImageFiles.inPlace(whole, new PlaneCache(1 << 24)).orElseThrow();
        Path file = folder.resolve("written.tif");
        try (UnfinishedTiff tiff =
                UnfinishedTiff.create(file, source.outline(), source.plane(), bytes)) {
            RandomAccessibleInterval<FloatType> target = tiff.view().pixels();
            long middle = target.dimension(0) / 2;
            for (long begin : new long[] {middle, 0}) {
                long[] min = target.minAsLongArray();
                long[] max = target.maxAsLongArray();
                min[0] = begin;
                max[0] = begin == 0 ? middle - 1 : max[0];
                LoopBuilder.setImages(
                                Views.interval(source.pixels().pixels(), min, max),
                                Views.interval(target, min, max))
                        .forEachPixel((in, out) -> out.set(in));
            }
            tiff.finish();
        }
        return ImageFiles.open(file);
    }

    private FileImage inPlace(String name, PlaneCache cache) throws IOException {
        return ImageFiles.inPlace(folder.resolve(name), cache).orElseThrow();
    }

    /** Of random pixels. */
    private static ImagePlus wide(int depth, int channels, int frames) {
        ImagePlus image =
                IJ.createImage(
                        "", depth == 24 ? "RGB" : depth + "-bit", WIDTH, 11, channels * frames);
        image.setDimensions(channels, 1, frames);
        Random random = new Random(depth);
        for (int i = 1; i <= image.getStackSize(); i++) fill(image.getStack(), i, random);
        image.setOpenAsHyperStack(image.getStackSize() > 1);
        return image;
    }

    private static void fill(ImageStack stack, int index, Random random) {
        Object pixels = stack.getPixels(index);
        for (int i = 0; i < WIDTH * 11; i++) {
            if (pixels instanceof byte[] bytes) bytes[i] = (byte) random.nextInt();
            else if (pixels instanceof short[] shorts) shorts[i] = (short) random.nextInt();
            else if (pixels instanceof int[] ints) ints[i] = 0xff << 24 | random.nextInt(1 << 24);
            else ((float[]) pixels)[i] = random.nextFloat();
        }
    }

    /** 8 x 5 pixels of 16 bits; sample format 1 is unsigned, 2 signed. */
    private Path littleEndian(int format, byte[] pixels) throws IOException {
        int[][] entries = {
            {256, 8}, {257, 5}, {258, 16}, {273, 110}, {278, 5}, {279, 80}, {262, 1}, {339, format}
        };
        ByteBuffer bytes = ByteBuffer.allocate(110 + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        bytes.putShort((short) entries.length);
        for (int[] entry : entries)
            bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        bytes.putInt(0);
        bytes.position(110);
        bytes.put(pixels);
        return Files.write(folder.resolve(format + ".tif"), bytes.array());
    }

    private static void assertDescribedAlike(ImagePlus expected, ImagePlus seen) {
        assertEquals(expected.getStackSize(), seen.getStackSize());
        assertArrayEquals(
                Arrays.copyOfRange(expected.getDimensions(), 2, 5),
                Arrays.copyOfRange(seen.getDimensions(), 2, 5));
        assertEquals(expected.getType(), seen.getType());
        assertEquals(expected.getCalibration().toString(), seen.getCalibration().toString());
        assertEquals(expected.isComposite(), seen.isComposite());
        assertEquals(expected.isHyperStack(), seen.isHyperStack());
        if (expected instanceof CompositeImage composite)
            assertArrayEquals(composite.getLuts()[0].getBytes(), seen.getLuts()[0].getBytes());
        assertEquals(expected.getDisplayRangeMin(), seen.getDisplayRangeMin());
        assertEquals(expected.getDisplayRangeMax(), seen.getDisplayRangeMax());
        assertEquals(
                Arrays.toString(expected.getPropertiesAsArray()),
                Arrays.toString(seen.getPropertiesAsArray()));
        assertEquals(expected.getInfoProperty(), seen.getInfoProperty());
        assertEquals(String.valueOf(expected.getOverlay()), String.valueOf(seen.getOverlay()));
        assertEquals(String.valueOf(expected.getRoi()), String.valueOf(seen.getRoi()));
        assertArrayEquals(labels(expected), labels(seen));
    }

    private static String[] labels(ImagePlus image) {
        return image.getStackSize() == 1
                ? new String[] {image.getProp("Slice_Label")}
                : image.getStack().getSliceLabels();
    }

    private static void assertSamePixels(AxisImage expected, AxisImage seen) {
        assertEquals(expected.axes(), seen.axes());
        assertTrue(Intervals.equals(expected.pixels(), seen.pixels()));
        long[] different = {0};
        LoopBuilder.setImages(expected.pixels(), seen.pixels())
                .forEachPixel(
                        (e, s) -> {
                            if (e.get() != s.get()) different[0]++;
                        });
        assertEquals(0, different[0]);
    }
}
