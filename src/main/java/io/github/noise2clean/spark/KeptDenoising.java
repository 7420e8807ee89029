package io.github.noise2clean.spark;

import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zeroshot.Denoising;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/**
 * The network that an executor keeps from file to file: the one that was asked for last. One file
 * at a time has it.
 */
final class KeptDenoising {

    private static final KeptDenoising OURS = new KeptDenoising();

    private Optional<Open> open = Optional.empty();

    private KeptDenoising() {}

    /**
     * A network, and how it is used.
     *
     * @param tile as in {@link DenoisingSettings}
     * @param asFloat likewise
     */
    record Key(ShippedModel model, DeviceChoice device, int tile, boolean asFloat)
            implements Serializable {

        DenoisingSettings settings() {
            return new DenoisingSettings(device, tile, asFloat, Estimate.PLAIN);
        }

        private Open opened() throws IOException {
            return new Open(this, Denoising.with(model.open(), settings(), note -> {}));
        }
    }

    private record Open(Key key, Denoising denoising) {}

    /** Uses the network. */
    interface Use {
        void of(Denoising denoising) throws IOException;
    }

    /** Lets {@code use} have the network by itself. */
    static void with(Key key, Use use) throws IOException {
        synchronized (OURS) {
            use.of(OURS.opened(key).denoising());
        }
    }

    private Open opened(Key key) throws IOException {
        if (open.isPresent() && open.get().key().equals(key)) return open.get();
        open.ifPresent(other -> other.denoising().close());
        open = Optional.empty();
        open = Optional.of(key.opened());
        return open.get();
    }
}
