package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneStackTest {

    private static final Path STACKS = Path.of("..", "shared", "data", "stacks");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void greyHyperstacksAreSeenAsWhenTheyAreOpened(int depth) throws IOException {
        Path file = folder.resolve("stack.tif");
        ImageFiles.save(TestImages.grey(depth, 2, 3, 2), file);
        assertSeenAsOpened(file);
    }

    @Test
    void coloursAreSeenAsWhenTheyAreOpened() throws IOException {
        Path file = folder.resolve("rgb.tif");
        ImagePlus image = IJ.createImage("rgb", "RGB ramp", 9, 7, 3);
        ImageFiles.save(image, file);
        assertSeenAsOpened(file);
        ImageFiles.save(new ImagePlus("", image.getProcessor()), folder.resolve("rgb.png"));
        assertSeenAsOpened(folder.resolve("rgb.png"));
    }

    @Test
    void realFilesAreSeenAsWhenTheyAreOpened() throws IOException {
        assumeTrue(Files.isDirectory(STACKS), "needs the folder ../shared/data/stacks");
        for (Path file : ImageFiles.list(STACKS)) assertSeenAsOpened(file);
    }

    @Test
    void aFileLargerThanTheCacheIsReadPlaneByPlane() throws IOException {
        Path file = folder.resolve("stack.tif");
        ImageFiles.save(IJ.createImage("", "16-bit ramp", 64, 64, 50), file);
        PlaneCache cache = new PlaneCache(4 * (2 * 64 * 64 + 128));
        var planes = onDemand(file, cache).view().planes();
        assertEquals(0, cache.planesHeld());
        for (int i = 0; i < 50; i++) {
            planes.get(i).firstElement().get();
            assertEquals(Math.min(4, i + 1), cache.planesHeld());
        }
    }

    @Test
    void aTruncatedFileInAFolderIsNamed() throws IOException {
        for (String name : List.of("a.tif", "b.tif", "c.tif"))
            ImageFiles.save(IJ.createImage("", "8-bit ramp", 64, 64, 1), folder.resolve(name));
        byte[] bytes = Files.readAllBytes(folder.resolve("b.tif"));
        Files.write(folder.resolve("b.tif"), Arrays.copyOf(bytes, bytes.length / 2));
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> ImageFiles.openOnDemand(List.of(folder), new PlaneCache(0)));
        assertEquals(
                "The TIFF file %s is damaged: it ends before its pixels do."
                        .formatted(folder.resolve("b.tif")),
                e.getMessage());
    }

    @Test
    void aVirtualStackThatReusesItsArrayIsSeenAsItIs() {
        ImagePlus image = new ImagePlus("", new CountingStack(8, 8, 5));
        var planes = PlaneStack.of(image, new PlaneCache(1 << 20)).view().planes();
        for (int i = 0; i < 5; i++) assertEquals(i, planes.get(i).firstElement().get());
        assertEquals(3, planes.get(3).firstElement().get());
    }

    @Test
    void theSampleOfALargeStackHasPlanesFromAllOfIt() {
        CountingStack stack = new CountingStack(1024, 1024, 80);
        var planes = PlaneStack.of(new ImagePlus("", stack), new PlaneCache(0)).view().planes();
        int before = stack.reads();
        var sample = PlaneSample.of(planes);
        assertArrayEquals(new long[] {1024, 1024, 16}, sample.dimensionsAsLongArray());
        assertEquals(2, sample.getAt(0, 0, 0).get());
        assertEquals(77, sample.getAt(0, 0, 15).get());
        assertEquals(before + 2, stack.reads());
    }

    @Test
    void theSampleOfALargePlaneIsInItsMiddle() {
        var rows =
                new FunctionRandomAccessible<>(
                        2, (at, pixel) -> pixel.set(at.getIntPosition(1)), FloatType::new);
        var plane = Views.interval(rows, Intervals.createMinSize(0, 0, 1 << 14, 3024));
        var sample = PlaneSample.of(List.of(plane));
        assertArrayEquals(new long[] {1 << 14, 1024, 1}, sample.dimensionsAsLongArray());
        assertEquals(1000, sample.getAt(0, 0, 0).get());
        assertEquals(2023, sample.getAt(77, 1023, 0).get());
    }

    @Test
    void aSmallStackIsItsOwnSample() {
        AxisImage image = ImagePluses.view(TestImages.grey(16, 1, 4, 3));
        assertEquals(DataRange.of(image.pixels()), DataRange.of(PlaneSample.of(image.planes())));
        assertEquals(12, PlaneSample.of(image.planes()).dimension(2));
    }

    private static PlaneStack onDemand(Path file, PlaneCache cache) throws IOException {
        return ImageFiles.openOnDemand(List.of(file), cache).get(0);
    }

    private static void assertSeenAsOpened(Path file) throws IOException {
        ImagePlus opened = ImageFiles.open(file);
        PlaneStack seen = onDemand(file, new PlaneCache(1 << 16));
        assertEquals(opened.getTitle(), seen.title());
        assertEquals(opened.getBitDepth(), seen.bitDepth(), file.toString());
        AxisImage expected = ImagePluses.view(opened);
        assertEquals(expected.axes(), seen.view().axes(), file.toString());
        assertSamePixels(expected.pixels(), seen.view().pixels(), file);
    }

    private static void assertSamePixels(
            RandomAccessibleInterval<FloatType> expected,
            RandomAccessibleInterval<FloatType> pixels,
            Path file) {
        assertTrue(Intervals.equals(expected, pixels), file.toString());
        AtomicLong different = new AtomicLong();
        LoopBuilder.setImages(expected, pixels)
                .forEachPixel(
                        (e, p) -> {
                            if (e.get() != p.get()) different.incrementAndGet();
                        });
        assertEquals(0, different.get(), file.toString());
    }
}
