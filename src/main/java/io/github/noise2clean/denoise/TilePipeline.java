package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.SideThread;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.OutOfMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Denoises tiles in their order, in three stages: while the network runs on one, a single thread
 * beside it writes the one before and reads the one behind.
 *
 * <p>It gains little where the network keeps all processors busy; but a GPU would wait without it.
 */
final class TilePipeline {

    /**
     * Of values shown, and of values made: the network has one while the other is read or written.
     */
    static final int BUFFERS = 2;

    private final float[][] buffers = new float[BUFFERS][0];
    private final Deque<Supplier<float[]>> read = new ArrayDeque<>();
    private final Deque<Supplier<PieceTile>> written = new ArrayDeque<>();
    private final List<PieceTile> tiles;
    private final PixelNetwork network;
    private final Progress progress;
    private int finished;

    TilePipeline(List<PieceTile> tiles, PixelNetwork network, Progress progress) {
        this.tiles = tiles;
        this.network = network;
        this.progress = progress;
    }

    /**
     * What reading and writing throw is thrown here, and however this ends, both have ended too.
     *
     * @throws DeviceMemoryException if memory runs out
     * @throws java.util.concurrent.CancellationException if the listener wants the work to end
     */
    void run() {
        try (SideThread side = new SideThread("noise2clean tiles")) {
            beginToRead(0, side);
            for (int i = 0; i < tiles.size(); i++) {
                progress.checkStopped();
                beginToRead(i + 1, side);
                float[] made = made(tiles.get(i));
                endWriting();
                beginToWrite(tiles.get(i), made, side);
            }
            endWriting();
        }
    }

    /** What is left to do, after an exception too. */
    List<PieceTile> unfinished() {
        return tiles.subList(finished, tiles.size());
    }

    /** The values it is read into are those of the last tile but one, which is being written. */
    private void beginToRead(int index, SideThread side) {
        if (index < tiles.size()) read.add(side.begin(() -> OutOfMemory.typed(() -> shown(index))));
    }

    private float[] shown(int index) {
        int buffer = index % BUFFERS;
        int values = tiles.get(index).valuesShown();
        if (buffers[buffer].length != values) buffers[buffer] = new float[values];
        tiles.get(index).read(buffers[buffer]);
        return buffers[buffer];
    }

    private float[] made(PieceTile tile) {
        try {
            float[] shown = read.remove().get();
            return OutOfMemory.typed(() -> network.run(shown, tile.shape()));
        } catch (DeviceMemoryException e) {
            endWriting(); // the tile before is not to be done again
            throw e;
        }
    }

    private void beginToWrite(PieceTile tile, float[] made, SideThread side) {
        written.add(
                side.begin(
                        () ->
                                OutOfMemory.typed(
                                        () -> {
                                            tile.write(made);
                                            return tile;
                                        })));
    }

    private void endWriting() {
        if (written.isEmpty()) return;
        PieceTile tile = written.remove().get();
        finished++;
        progress.tileDone(tile.pixels());
    }
}
