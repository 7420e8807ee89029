package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.DeviceMemoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

class TiledDenoiserTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 41;
    private static final AxisReach REACH = new AxisReach(3, 4, 4);

    private final float[] noisy = new float[WIDTH * HEIGHT];
    private final float[] denoised = new float[WIDTH * HEIGHT];
    private final List<Long> windowPixels = new ArrayList<>();

    TiledDenoiserTest() {
        for (int i = 0; i < noisy.length; i++) noisy[i] = i;
    }

    @Test
    void memoryThatRunsOutMakesTheTilesSmallerUntilTheyFit() {
        PixelNetwork small =
                (window, size) -> {
                    windowPixels.add((long) window.length);
                    if (window.length > 300) throw outOfMemory();
                    return doubled(window);
                };
        denoise(small, 999, progress(DenoisingListener.NONE));
        assertArrayEquals(doubled(noisy), denoised);
        assertEquals(List.of(60 * 44L, 36 * 28L, 24 * 20L, 16 * 16L), windowPixels.subList(0, 4));
        assertEquals(16 * 16, windowPixels.get(windowPixels.size() - 1));
    }

    @Test
    void javasOwnMemoryThatRunsOutMakesTheTilesSmallerToo() {
        PixelNetwork small =
                (window, size) -> {
                    if (window.length > 300) throw new OutOfMemoryError("heap");
                    return doubled(window);
                };
        denoise(small, 999, progress(DenoisingListener.NONE));
        assertArrayEquals(doubled(noisy), denoised);
    }

    @Test
    void onlyWhatIsWantedIsFilledAlsoByTilesThatBecameSmaller() {
        Interval wanted = Intervals.createMinMax(15, 10, 33, 20);
        List<String> smaller = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tilesDivided(String how) {
                        smaller.add(how);
                    }
                };
        PixelNetwork small =
                (window, size) -> {
                    if (window.length > 300) throw outOfMemory();
                    return doubled(window);
                };
        Tiling tiling = Tiling.even(new long[] {16, 16}, List.of(REACH, REACH), WIDTH, HEIGHT);
        new TiledDenoiser(tiling, wanted)
                .denoise(
                        List.of(piece(IntensityMap.linear(0, 1))),
                        small,
                        new Progress(listener, Intervals.numElements(wanted)));
        assertEquals(List.of("tiles of 8 x 8 pixels in windows of 16 x 16"), smaller);
        float[] expected = new float[WIDTH * HEIGHT];
        for (int y = 10; y <= 20; y++)
            for (int x = 15; x <= 33; x++) expected[y * WIDTH + x] = 2f * (y * WIDTH + x);
        assertArrayEquals(expected, denoised);
    }

    @Test
    void finishedTilesAreNotDoneAgain() {
        int[] calls = {0};
        PixelNetwork failsOnce =
                (window, size) -> {
                    if (++calls[0] == 3) throw outOfMemory();
                    return doubled(window);
                };
        List<Long> done = new ArrayList<>();
        denoise(failsOnce, 16, progress(recording(done)));
        assertArrayEquals(doubled(noisy), denoised);
        assertEquals(WIDTH * HEIGHT, done.get(done.size() - 1));
        assertEquals(calls[0] - 1, done.size());
    }

    @Test
    void memoryTooSmallForTheSmallestTileIsAnError() {
        DeviceMemoryException cause = outOfMemory();
        PixelNetwork network =
                (window, size) -> {
                    throw cause;
                };
        assertSame(
                cause,
                assertThrows(
                        DeviceMemoryException.class,
                        () -> denoise(network, 999, progress(DenoisingListener.NONE))));
    }

    @Test
    void aStopIsObeyedBeforeTheNextTile() {
        int[] calls = {0};
        PixelNetwork network =
                (window, size) -> {
                    calls[0]++;
                    return window;
                };
        DenoisingListener stopping =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return calls[0] == 2;
                    }
                };
        assertThrows(CancellationException.class, () -> denoise(network, 8, progress(stopping)));
        assertEquals(2, calls[0]);
    }

    @Test
    void shapesAreGivenSlowestFirst() {
        denoise(
                (window, size) -> {
                    assertArrayEquals(new long[] {1, 44, 60}, size);
                    return window;
                },
                999,
                progress(DenoisingListener.NONE));
    }

    @Test
    void theImageIsMirroredBeyondItsBorder() {
        denoise(
                (window, size) -> {
                    for (int beyond = 0; beyond < 3; beyond++)
                        assertEquals(
                                window[(HEIGHT - 1 - beyond) * WIDTH],
                                window[(HEIGHT + beyond) * WIDTH]);
                    return window;
                },
                999,
                progress(DenoisingListener.NONE));
    }

    @Test
    void nanAndInfinitePixelsAreShownAsNormalisedZeros() {
        noisy[5] = Float.NaN;
        noisy[6] = Float.POSITIVE_INFINITY;
        noisy[7] = Float.NEGATIVE_INFINITY;
        noisy[8] = 1000;
        ImagePiece piece = piece(IntensityMap.linear(100, 10));
        PixelNetwork identity = (window, size) -> window;
        Tiling tiling = Tiling.ofSide(8, List.of(REACH, REACH), WIDTH, HEIGHT);
        new TiledDenoiser(tiling)
                .denoise(List.of(piece), identity, progress(DenoisingListener.NONE));
        assertArrayEquals(
                new float[] {100, 100, 100, 1000}, Arrays.copyOfRange(denoised, 5, 9), 1e-3f);
    }

    private void denoise(PixelNetwork network, int side, Progress progress) {
        Tiling tiling = Tiling.ofSide(side, List.of(REACH, REACH), WIDTH, HEIGHT);
        new TiledDenoiser(tiling)
                .denoise(List.of(piece(IntensityMap.linear(0, 1))), network, progress);
    }

    private ImagePiece piece(IntensityMap intensities) {
        return new ImagePiece(
                List.of(new ShownChannel(ArrayImgs.floats(noisy, WIDTH, HEIGHT), intensities)),
                List.of(new MadeChannel(ArrayImgs.floats(denoised, WIDTH, HEIGHT), intensities)));
    }

    private static Progress progress(DenoisingListener listener) {
        return new Progress(listener, WIDTH * HEIGHT);
    }

    private static DenoisingListener recording(List<Long> done) {
        return new DenoisingListener() {
            @Override
            public void tileDone(long pixels, long total) {
                assertEquals(WIDTH * HEIGHT, total);
                done.add(pixels);
            }
        };
    }

    private static DeviceMemoryException outOfMemory() {
        return new DeviceMemoryException("no memory", new RuntimeException());
    }

    private static float[] doubled(float[] values) {
        float[] result = values.clone();
        for (int i = 0; i < result.length; i++) result[i] *= 2;
        return result;
    }
}
