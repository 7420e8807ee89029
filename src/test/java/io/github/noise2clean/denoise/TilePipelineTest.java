package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.DeviceMemoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three planes of 8 x 8 pixels, each of four tiles. */
@Timeout(30)
class TilePipelineTest {

    private static final int SIDE = 8;
    private static final int PLANES = 3;
    private static final List<Float> FIRST_PIXELS =
            List.of(0f, 4f, 32f, 36f, 64f, 68f, 96f, 100f, 128f, 132f, 160f, 164f);
    private static final int TILES = FIRST_PIXELS.size();
    private static final long MILLISECONDS = 10_000;
    private static final AxisReach REACH = new AxisReach(0, 1, 1);
    private static final UnaryOperator<Float> SAME = value -> value;

    private final float[] noisy = new float[PLANES * SIDE * SIDE];
    private final float[] denoised = new float[noisy.length];
    private final List<Float> shown = new ArrayList<>();
    private final Set<Float> read = ConcurrentHashMap.newKeySet();
    private final Set<Float> written = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    TilePipelineTest() {
        for (int i = 0; i < noisy.length; i++) noisy[i] = i;
    }

    @Test
    void theNetworkIsShownTheTilesInTheirOrder() {
        pipeline(new Watched(SAME, SAME), this::doubled, DenoisingListener.NONE).run();
        assertEquals(FIRST_PIXELS, shown);
        assertAllDoubled();
    }

    @Test
    void whileTheNetworkRunsOneThreadReadsTheNextTileAndWritesTheLastOne() {
        PixelNetwork waiting =
                (window, shape) -> {
                    int tile = shown.size();
                    if (tile > 0) await(written, 2 * FIRST_PIXELS.get(tile - 1));
                    if (tile + 1 < TILES) await(read, FIRST_PIXELS.get(tile + 1));
                    return doubled(window, shape);
                };
        pipeline(new Watched(SAME, SAME), waiting, DenoisingListener.NONE).run();
        assertAllDoubled();
        assertEquals(1, threads.size());
        assertFalse(threads.contains(Thread.currentThread()));
    }

    @Test
    void progressIsToldByTheThreadOfTheCaller() {
        List<Long> done = new ArrayList<>();
        Thread caller = Thread.currentThread();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long pixels, long total) {
                        assertSame(caller, Thread.currentThread());
                        done.add(pixels);
                    }
                };
        pipeline(new Watched(SAME, SAME), this::doubled, listener).run();
        assertEquals(LongStream.rangeClosed(1, TILES).mapToObj(i -> 16 * i).toList(), done);
    }

    @Test
    void whatReadingAndWritingThrowIsThrownAsItIs() {
        RuntimeException damage = new UncheckedIOException(new IOException("damaged"));
        Runnable fault =
                () -> {
                    throw damage;
                };
        for (Watched map :
                List.of(new Watched(at(37, fault), SAME), new Watched(SAME, at(74, fault)))) {
            TilePipeline pipeline = pipeline(map, this::doubled, DenoisingListener.NONE);
            assertSame(damage, assertThrows(UncheckedIOException.class, pipeline::run));
            assertNoThreadIsLeft();
        }
    }

    @Test
    void javasMemoryThatRunsOutBesideTheNetworkHasItsType() {
        OutOfMemoryError full = new OutOfMemoryError("heap");
        Runnable fault =
                () -> {
                    throw full;
                };
        for (Watched map :
                List.of(new Watched(at(37, fault), SAME), new Watched(SAME, at(74, fault)))) {
            TilePipeline pipeline = pipeline(map, this::doubled, DenoisingListener.NONE);
            assertSame(full, assertThrows(DeviceMemoryException.class, pipeline::run).getCause());
        }
    }

    @Test
    void aTileThatDidNotFitWhenItWasWrittenIsDoneAgainInSmallerOnes() {
        UnaryOperator<Float> once =
                value -> {
                    if (value == 74 && written.add(value)) throw new OutOfMemoryError("heap");
                    return value;
                };
        new TiledDenoiser(tiling())
                .denoise(
                        pieces(new Watched(SAME, once)),
                        this::doubled,
                        progress(DenoisingListener.NONE));
        assertAllDoubled();
        assertEquals(5 + 4 * (TILES - 3), shown.size());
    }

    @Test
    void theTileBeforeOneThatDoesNotFitIsFinished() {
        PixelNetwork small =
                (window, shape) -> {
                    if (shown.size() == 2) throw new DeviceMemoryException("full", null);
                    return doubled(window, shape);
                };
        TilePipeline pipeline = pipeline(new Watched(SAME, SAME), small, DenoisingListener.NONE);
        assertThrows(DeviceMemoryException.class, pipeline::run);
        assertEquals(TILES - 2, pipeline.unfinished().size());
        assertEquals(2 * noisy[4], denoised[4]);
    }

    @Test
    void aStopLeavesNoThreadBehind() {
        DenoisingListener stopping =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return shown.size() == 5;
                    }
                };
        TilePipeline pipeline = pipeline(new Watched(SAME, SAME), this::doubled, stopping);
        assertThrows(CancellationException.class, pipeline::run);
        assertEquals(5, shown.size());
        assertNoThreadIsLeft();
    }

    /** Grey values as they are, with what happens when one is read and when one is written. */
    private final class Watched implements IntensityMap {

        private final UnaryOperator<Float> reading;
        private final UnaryOperator<Float> writing;

        Watched(UnaryOperator<Float> reading, UnaryOperator<Float> writing) {
            this.reading = reading;
            this.writing = writing;
        }

        @Override
        public float normalize(float grey) {
            threads.add(Thread.currentThread());
            read.add(grey);
            return reading.apply(grey);
        }

        @Override
        public float normalizeClean(float grey) {
            return grey;
        }

        @Override
        public float restore(float normalized) {
            threads.add(Thread.currentThread());
            float grey = writing.apply(normalized);
            written.add(grey);
            return grey;
        }
    }

    private TilePipeline pipeline(
            IntensityMap map, PixelNetwork network, DenoisingListener listener) {
        List<PieceTile> tiles =
                pieces(map).stream()
                        .flatMap(
                                piece ->
                                        tiling().touching(tiling().image()).stream()
                                                .map(
                                                        tile ->
                                                                new PieceTile(
                                                                        piece, tile, tile,
                                                                        tiling())))
                        .toList();
        return new TilePipeline(tiles, network, progress(listener));
    }

    private List<ImagePiece> pieces(IntensityMap map) {
        return IntStream.range(0, PLANES)
                .mapToObj(
                        z ->
                                new ImagePiece(
                                        List.of(new ShownChannel(plane(noisy, z), map)),
                                        List.of(new MadeChannel(plane(denoised, z), map))))
                .toList();
    }

    private static RandomAccessibleInterval<FloatType> plane(float[] pixels, int z) {
        return Views.hyperSlice(ArrayImgs.floats(pixels, SIDE, SIDE, PLANES), 2, z);
    }

    private static Tiling tiling() {
        return Tiling.ofSide(SIDE / 2, List.of(REACH, REACH), SIDE, SIDE);
    }

    private static Progress progress(DenoisingListener listener) {
        return new Progress(listener, PLANES * SIDE * SIDE);
    }

    private float[] doubled(float[] window, long[] shape) {
        shown.add(window[0]);
        float[] result = window.clone();
        for (int i = 0; i < result.length; i++) result[i] *= 2;
        return result;
    }

    private static UnaryOperator<Float> at(float wanted, Runnable fault) {
        return value -> {
            if (value == wanted) fault.run();
            return value;
        };
    }

    private static void await(Set<Float> values, float wanted) {
        while (!values.contains(wanted)) Thread.onSpinWait();
    }

    private void assertAllDoubled() {
        for (int i = 0; i < noisy.length; i++) assertEquals(2 * noisy[i], denoised[i]);
    }

    private void assertNoThreadIsLeft() {
        for (Thread thread : threads)
            assertDoesNotThrow(() -> thread.join(MILLISECONDS), thread.getName());
        assertTrue(threads.stream().noneMatch(Thread::isAlive));
    }
}
