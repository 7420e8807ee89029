package io.github.noise2clean.spark;

import io.github.noise2clean.blocks.Kept;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.library.PortableModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zeroshot.Denoising;
import java.io.IOException;
import java.io.Serializable;

/**
 * A network that an executor keeps from file to file.
 *
 * @param tile as in {@link DenoisingSettings}
 * @param asFloat likewise
 */
record KeptDenoising(PortableModel model, DeviceChoice device, int tile, boolean asFloat)
        implements Serializable {

    private static final Kept<KeptDenoising, Denoising> KEPT = new Kept<>(Denoising::close);

    /** Uses the network. */
    interface Use {
        void of(Denoising denoising) throws IOException;
    }

    /** Lets {@code use} have the network by itself. */
    void with(Use use) throws IOException {
        synchronized (KEPT) {
            use.of(KEPT.of(this, KeptDenoising::opened));
        }
    }

    DenoisingSettings settings() {
        return new DenoisingSettings(device, tile, asFloat, Estimate.PLAIN);
    }

    private Denoising opened() throws IOException {
        return Denoising.with(model.open(), settings(), note -> {});
    }
}
