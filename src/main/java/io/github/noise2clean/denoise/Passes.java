package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.TorchModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How often an image is denoised, how it is seen each time, and in which tiles.
 *
 * @param size of the planes or volumes, x first
 */
record Passes(DenoisingModel model, DenoisingSettings settings, Networks networks, long[] size) {

    /** What the tiles will take, in words, where there are several. */
    Optional<String> plan() {
        Tiling tiling = tiling(size);
        int channels = model.inputChannels() + model.outputChannels();
        return tiling.windows() > 1
                ? Optional.of(choice().text(tiling, channels))
                : Optional.empty();
    }

    /** How many windows the network is shown of a plane or volume. */
    long windows() {
        return tiling(size).windows() * orientations().size() * settings.estimate().seeds().size();
    }

    /**
     * Each with the tiles that its turn asks for.
     *
     * @param plain the network where no sample is drawn
     */
    List<Pass> all(PixelNetwork plain) {
        TiledDenoiser upright = new TiledDenoiser(tiling(size));
        TiledDenoiser transposed = new TiledDenoiser(tiling(transposed(size)));
        List<Pass> passes = new ArrayList<>();
        for (Orientation orientation : orientations())
            for (OptionalLong seed : settings.estimate().seeds())
                passes.add(
                        new Pass(
                                orientation,
                                orientation.transposed() ? transposed : upright,
                                network(seed, plain)));
        return passes;
    }

    /** Only our own networks have a latent code, and these run on PyTorch. */
    private PixelNetwork network(OptionalLong seed, PixelNetwork plain) {
        return seed.isPresent()
                ? new SampledNetwork((TorchModule) networks.whole(), seed.getAsLong())
                : plain;
    }

    /** A network for one size that is not square can be shown four of the eight only. */
    private List<Orientation> orientations() {
        boolean transposable = model.onlySize().isEmpty() || size[0] == size[1];
        return settings.estimate().orientations().stream()
                .filter(orientation -> transposable || !orientation.transposed())
                .toList();
    }

    private Tiling tiling(long[] size) {
        return settings.tile() > 0
                ? Tiling.ofSide(settings.tile(), model.reaches(), size)
                : choice().of(model.reaches(), size);
    }

    private TileChoice choice() {
        boolean cpu = networks.whole().deviceName().equals("cpu");
        DeviceMemory device = DeviceMemory.taken(cpu ? DeviceChoice.CPU : settings.device());
        return new TileChoice(model.bytesPerPixel(), cpu, device.memory());
    }

    private static long[] transposed(long[] size) {
        long[] transposed = size.clone();
        transposed[0] = size[1];
        transposed[1] = size[0];
        return transposed;
    }
}
