package io.github.noise2clean.denoise;

import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import io.github.noise2clean.trust.SeenRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.imglib2.util.Intervals;

/**
 * Denoises images with a trained network that stays loaded until it is closed.
 *
 * <p>Each channel is denoised by itself, or all together by a network for that many; either way
 * with the model's normalisation fitted to all planes of the channel. A network of two dimensions
 * is given planes, by themselves or among their neighbours, one of three volumes. Grey values that
 * are NaN or infinite count as normalised zeros. One image at a time.
 */
public final class ImageDenoiser implements AutoCloseable {

    private final TrainedModel model;
    private final DenoisingSettings settings;
    private final Footprint footprint;
    private final SuitedImages suited;
    private final TorchModule module;

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the device is not there or
     *     the network cannot do what the settings ask for
     * @throws IOException if PyTorch cannot load the network
     */
    public ImageDenoiser(TrainedModel model, DenoisingSettings settings) throws IOException {
        this.model = model;
        this.settings = settings;
        this.footprint = Footprint.of(model.graph());
        this.suited = new SuitedImages(model, footprint);
        checkNetwork();
        this.module = InferenceModule.load(model, settings.device());
    }

    /**
     * A denoised copy of the image, with its title, type (or 32-bit where the settings say so) and
     * all else that belongs to it; or one with several channels for each of its own, as the
     * settings' estimate names them.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network wants volumes
     *     and the image has one slice, or the network wants images of one size or of several
     *     channels and this has another
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory for the smallest tile
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public ImagePlus denoise(ImagePlus noisy, DenoisingListener listener) {
        return outcome(noisy, listener).image();
    }

    /** The same, with what is needed to judge it. */
    public Outcome outcome(ImagePlus noisy, DenoisingListener listener) {
        AxisImage given = ImagePluses.view(noisy);
        AxisImage pixels = settings.axes().of(given);
        suited.require(pixels);
        DenoisedImage denoised = DenoisedImage.blank(noisy, settings);
        List<AxisImage> maps = denoised.maps().stream().map(settings.axes()::of).toList();
        if (noisy.getStackSize() > 1)
            listener.begun(noisy.getTitle() + ": " + new CutText(model, pixels).sentence());
        Provenance provenance = denoise(pixels, maps, listener);
        return denoised.finished(given, provenance, seen(provenance.normalization()));
    }

    /**
     * Fills the maps of the settings' estimate, or the one denoised image, each of which has the
     * size and axes of {@code noisy} and other pixels.
     *
     * @return what has made them
     * @throws IllegalArgumentException as {@link #denoise(ImagePlus, DenoisingListener)} does, and
     *     if the images differ in size or axes, or one is missing
     */
    public Provenance denoise(AxisImage noisy, List<AxisImage> maps, DenoisingListener listener) {
        suited.require(noisy);
        checkMaps(noisy, maps);
        try (NDManager scope = Torch.newScope(module.device())) {
            Ensemble ensemble = new Ensemble(passes(scope, suited.size(noisy)));
            long pixels = ensemble.passes().size() * noisy.pixels().size();
            Progress progress = new Progress(listener, pixels);
            List<IntensityMap> intensities = intensities(noisy);
            ImagePieces pieces = new ImagePieces(model, noisy, maps);
            for (List<ImagePiece> piece : pieces.all(intensities))
                ensemble.denoise(piece, progress);
            return provenance(intensities);
        }
    }

    /**
     * The sentence with which {@link #denoise(AxisImage, List, DenoisingListener)} would refuse the
     * image; empty where it would not.
     */
    public Optional<String> refusal(AxisImage noisy) {
        return suited.refusal(noisy).map(Exception::getMessage).or(() -> notNormalized(noisy));
    }

    /** Of a large stack, some planes are tried. */
    private Optional<String> notNormalized(AxisImage noisy) {
        try {
            for (AxisImage channel : noisy.channels())
                model.card().normalization().fit(PlaneSample.of(channel.planes()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Fitted to each channel. */
    private List<IntensityMap> intensities(AxisImage noisy) {
        return noisy.channels().stream()
                .map(channel -> model.card().normalization().fit(channel.pixels()))
                .toList();
    }

    private List<SeenRange> seen(List<IntensityMap> intensities) {
        ModelCard card = model.card();
        return card.inputRange().or(() -> card.normalization().usualRange()).stream()
                .flatMap(range -> intensities.stream().map(map -> new SeenRange(map, range)))
                .toList();
    }

    private Provenance provenance(List<IntensityMap> intensities) {
        return new Provenance(
                model.card().name(),
                List.of(ModelFile.sha256(model)),
                module.device().getDeviceType(),
                settings.estimate().givenSeed(),
                intensities);
    }

    /** What the user must know of the result, if it is made of samples of a collapsed code. */
    public Optional<String> warning() {
        return settings.estimate().isSampled() ? PosteriorSamples.warning(model) : Optional.empty();
    }

    @Override
    public void close() {
        module.close();
    }

    private List<Pass> passes(NDManager scope, long[] size) {
        TiledDenoiser upright = new TiledDenoiser(tiling(size));
        TiledDenoiser transposed = new TiledDenoiser(tiling(transposed(size)));
        List<Pass> passes = new ArrayList<>();
        for (Orientation orientation : orientations(size))
            for (OptionalLong seed : settings.estimate().seeds())
                passes.add(
                        new Pass(
                                orientation,
                                orientation.transposed() ? transposed : upright,
                                new TorchNetwork(module, scope, seed)));
        return passes;
    }

    /** A network for one size that is not square can be shown four of the eight only. */
    private List<Orientation> orientations(long[] size) {
        boolean transposable = !footprint.oneSize() || size[0] == size[1];
        return settings.estimate().orientations().stream()
                .filter(orientation -> transposable || !orientation.transposed())
                .toList();
    }

    private Tiling tiling(long[] size) {
        return settings.tile() > 0
                ? Tiling.ofSide(settings.tile(), footprint, size)
                : Tiling.ofWindow(ActivationMemory.windowPixels(model.graph()), footprint, size);
    }

    private static long[] transposed(long[] size) {
        long[] transposed = size.clone();
        transposed[0] = size[1];
        transposed[1] = size[0];
        return transposed;
    }

    private void checkNetwork() {
        Graph graph = model.graph();
        int made = graph.outputChannels();
        int planes = model.card().context().map(PlaneContext::planes).orElse(1);
        if (made * planes != graph.inputChannels())
            throw Refusal.of(model, "makes " + made + " channels of " + graph.inputChannels());
        if (settings.estimate().isSampled()) Refusal.requireVariational(model);
    }

    private void checkMaps(AxisImage noisy, List<AxisImage> maps) {
        if (maps.size() != Math.max(1, settings.estimate().maps().size()))
            throw new IllegalArgumentException(maps.size() + " maps of " + settings.estimate());
        for (AxisImage map : maps)
            if (!noisy.axes().equals(map.axes())
                    || !Intervals.equalDimensions(noisy.pixels(), map.pixels()))
                throw new IllegalArgumentException(
                        "noisy image " + noisy + ", denoised image " + map);
    }
}
