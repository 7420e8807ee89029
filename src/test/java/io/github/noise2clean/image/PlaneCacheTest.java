package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaneCacheTest {

    private static final int PLANE_BYTES = 1000;

    private final List<Integer> read = new ArrayList<>();

    private PlaneReader.Group plane(int index) {
        read.add(index);
        byte[] pixels = new byte[PLANE_BYTES];
        pixels[0] = (byte) index;
        return new PlaneReader.Group(index, List.of(pixels));
    }

    @Test
    void noMorePlanesAreHeldThanFit() {
        PlaneCache cache = new PlaneCache(3 * PLANE_BYTES + 3 * PLANE_BYTES / 2);
        List<Object> planes = cache.planes(100, this::plane);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, ((byte[]) planes.get(i))[0]);
            assertTrue(cache.planesHeld() <= 4);
        }
    }

    @Test
    void whatWasLookedAtLastIsNotReadAgain() {
        List<Object> planes = new PlaneCache(2 * PLANE_BYTES + 500).planes(3, this::plane);
        for (int i : new int[] {0, 1, 0, 2, 0, 1}) planes.get(i);
        assertEquals(List.of(0, 1, 2, 1), read);
    }

    @Test
    void thePlaneInUseIsHeldThoughItIsLargerThanTheCache() {
        PlaneCache cache = new PlaneCache(0);
        List<Object> planes = cache.planes(2, this::plane);
        for (int i : new int[] {0, 0, 1, 1, 0}) planes.get(i);
        assertEquals(List.of(0, 1, 0), read);
        assertEquals(1, cache.planesHeld());
    }

    @Test
    void planesThatComeTogetherAreKeptTogether() {
        PlaneCache cache = new PlaneCache(1 << 20);
        Object[] channels = {new short[] {1}, new short[] {2}, new short[] {3}};
        PlaneReader whole =
                index -> {
                    read.add(index);
                    return new PlaneReader.Group(0, List.of(channels));
                };
        List<Object> planes = cache.planes(3, whole);
        assertArrayEquals(
                new Object[] {channels[2], channels[0], channels[1]},
                IntStream.of(2, 0, 1).mapToObj(planes::get).toArray());
        assertEquals(List.of(2), read);
    }

    @Test
    void aFaultKeepsItsSentence() {
        PlaneReader failing =
                index -> {
                    throw new IOException("The file a.tif is damaged.");
                };
        List<Object> planes = new PlaneCache(0).planes(1, failing);
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> planes.get(0));
        assertEquals("The file a.tif is damaged.", e.getMessage());
    }
}
