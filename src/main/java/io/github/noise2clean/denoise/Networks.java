package io.github.noise2clean.denoise;

import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.tensor.PrecisionChoice;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The network of a model, loaded.
 *
 * @param whole in float32
 * @param halved the same in float16, where that may be faster
 */
record Networks(ImageModule whole, Optional<ImageModule> halved) implements AutoCloseable {

    /** Of fewer windows, seeing whether float16 may be taken takes longer than it saves. */
    private static final long LEAST_WINDOWS = 8;

    /**
     * @param whole which then belongs to this
     * @throws IOException if the network cannot be loaded
     */
    static Networks of(DenoisingModel model, DenoisingSettings settings, ImageModule whole)
            throws IOException {
        boolean exact = settings.precision() == PrecisionChoice.FLOAT32;
        if (exact || !whole.deviceName().equals("gpu"))
            return new Networks(whole, Optional.empty());
        try {
            return new Networks(whole, model.loadHalved(settings.device()));
        } catch (IOException | RuntimeException e) {
            whole.close();
            throw e;
        }
    }

    /**
     * What makes the same of the same window.
     *
     * @param windows that it will be shown
     * @param notes is told how it computes, where that is not plain
     */
    PixelNetwork plain(long windows, Consumer<String> notes) {
        MeanNetwork exact = new MeanNetwork(whole);
        if (halved.isEmpty() || windows < LEAST_WINDOWS) return exact;
        return new HalvedNetwork(exact, new MeanNetwork(halved.get()), notes);
    }

    /** What has computed {@code network}, such as {@code cpu}. */
    String deviceName(PixelNetwork network) {
        boolean inFloat16 = network instanceof HalvedNetwork tried && tried.isTrusted();
        return inFloat16 ? whole.deviceName() + " (float16)" : whole.deviceName();
    }

    @Override
    public void close() {
        whole.close();
        halved.ifPresent(ImageModule::close);
    }
}
