package io.github.noise2clean.blocks;

import io.github.noise2clean.denoise.BlockDenoiser;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.TileGrid;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.library.PortableModel;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** A network that a process keeps from block to block. */
final class ProcessNetwork {

    private static final Kept<Key, ProcessNetwork> KEPT = new Kept<>(ProcessNetwork::close);

    private final DenoisingModel model;
    private final ImageDenoiser denoiser;

    private ProcessNetwork(DenoisingModel model, DeviceChoice device) throws IOException {
        this.model = model;
        this.denoiser =
                new ImageDenoiser(model, new DenoisingSettings(device, 0, true, Estimate.PLAIN));
    }

    /** What tells every process which network to load. */
    record Key(PortableModel model, DeviceChoice device) implements Serializable {

        private ProcessNetwork load() throws IOException {
            return new ProcessNetwork(model.open(), device);
        }
    }

    /** The network of this process; another that it has kept is closed. */
    static ProcessNetwork of(Key key) throws IOException {
        return KEPT.of(key, Key::load);
    }

    /** Frees the memory of the network that is kept. */
    static void release() {
        KEPT.release();
    }

    DenoisingModel model() {
        return model;
    }

    /** {@link BlockDenoiser#denoise}, of one block at a time. */
    synchronized void denoise(
            TileGrid grid,
            BlockPixels pixels,
            List<IntensityMap> maps,
            DenoisingListener listener) {
        new BlockDenoiser(denoiser, grid).denoise(pixels.seen(), pixels.block(), maps, listener);
    }

    /**
     * A block, and what the network must see for it, each in its place in the image.
     *
     * @param block to be filled
     */
    record BlockPixels(AxisImage seen, AxisImage block) {}

    private synchronized void close() {
        denoiser.close();
    }
}
