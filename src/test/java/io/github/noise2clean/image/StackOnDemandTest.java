package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planes of 3 x 2 pixels, of two channels, of which each read makes both. */
class StackOnDemandTest {

    private static final int CHANNELS = 2;

    private final List<Integer> read = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final ImagePlus input = IJ.createHyperStack("input", 3, 2, CHANNELS, 4, 1, 16);

    @Test
    void planesAreMadeWhenTheyAreLookedAtAndOnce() {
        ImagePlus image = onDemand(this::made);
        assertEquals(List.of(0), read);
        for (int n : new int[] {7, 8, 7, 1}) assertPlane(n, image);
        assertEquals(List.of(0, 6), read);
        assertTrue(image.getStack().isVirtual());
    }

    @Test
    void labelsTypeAndSizeAreThoseOfTheImage() {
        input.getStack().setSliceLabel("well A1", 3);
        ImagePlus image = onDemand(this::made);
        assertEquals("well A1", image.getStack().getSliceLabel(3));
        assertArrayEquals(input.getDimensions(), image.getDimensions());
        assertEquals(16, image.getBitDepth());
    }

    @Test
    void whatIsWrittenIntoAPlaneIsForgotten() {
        ImagePlus image = onDemand(this::made);
        image.getStack().getProcessor(5).set(1, 1, 77);
        assertPlane(5, image);
    }

    @Test
    void aPlaneThatCannotBeMadeIsBlackUntilItCanAndIsToldOfOnce() {
        boolean[] damaged = {true};
        ImagePlus image =
                onDemand(
                        index -> {
                            if (index > 1 && damaged[0]) throw new IOException("The disk is gone.");
                            return made(index);
                        });
        for (int look = 0; look < 2; look++)
            assertArrayEquals(new short[6], (short[]) image.getStack().getPixels(6));
        assertEquals(List.of("Slice 6 is shown black. The disk is gone."), notes);
        damaged[0] = false;
        assertPlane(6, image);
    }

    @Test
    void whatTheUserHasStoppedIsNotToldOf() {
        ImagePlus image =
                onDemand(
                        index -> {
                            if (index > 1) throw new CancellationException();
                            return made(index);
                        });
        assertArrayEquals(new short[6], (short[]) image.getStack().getPixels(6));
        assertEquals(List.of(), notes);
    }

    @Test
    void theFirstPlaneThatCannotBeMadeIsAnError() {
        PlaneReader damaged =
                index -> {
                    throw new IOException("The disk is gone.");
                };
        assertThrows(UncheckedIOException.class, () -> onDemand(damaged));
    }

    @Test
    void aSliceCanBeDeleted() {
        ImagePlus image = onDemand(this::made);
        image.getStack().deleteSlice(3);
        assertEquals(7, image.getStack().getSize());
        assertEquals(1000 * 3, image.getStack().getProcessor(3).get(0, 0));
    }

    @Test
    void aFileThatItIsSavedToHasAllPlanes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("saved.tif");
        assertTrue(new FileSaver(onDemand(this::made)).saveAsTiff(file.toString()));
        ImagePlus saved = ImageFiles.open(file);
        assertArrayEquals(input.getDimensions(), saved.getDimensions());
        for (int n = 1; n <= 8; n++) assertPlane(n, saved);
    }

    private ImagePlus onDemand(PlaneReader planes) {
        return ImagePluses.onDemand(input, false, planes, notes::add);
    }

    private PlaneReader.Group made(int index) {
        int first = index / CHANNELS * CHANNELS;
        read.add(first);
        return new PlaneReader.Group(first, List.of(pixels(first), pixels(first + 1)));
    }

    private static short[] pixels(int plane) {
        short[] pixels = new short[6];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (1000 * plane + i);
        return pixels;
    }

    private static void assertPlane(int n, ImagePlus image) {
        assertArrayEquals(pixels(n - 1), (short[]) image.getStack().getProcessor(n).getPixels());
    }
}
