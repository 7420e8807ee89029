package io.github.noise2clean.denoise;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.trust.SeenRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private final DenoisingModel model;
    private final DenoisingSettings settings;
    private final List<AxisReach> reaches;
    private final SuitedImages suited;
    private final Networks networks;

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the device is not there or
     *     the network cannot do what the settings ask for
     * @throws IOException if the network cannot be loaded
     */
    public ImageDenoiser(DenoisingModel model, DenoisingSettings settings) throws IOException {
        this(model, settings, () -> model.load(settings.device()));
    }

    /**
     * Runs a model's network in another way than the model does.
     *
     * @throws IllegalArgumentException as {@link #ImageDenoiser(DenoisingModel, DenoisingSettings)}
     *     does
     * @throws IOException if the network cannot be loaded
     */
    public ImageDenoiser(DenoisingModel model, DenoisingSettings settings, ModuleSource source)
            throws IOException {
        this.model = model;
        this.settings = settings;
        this.reaches = model.reaches();
        this.suited = new SuitedImages(model);
        checkNetwork();
        this.networks = Networks.of(model, settings, source.load());
    }

    /** Loads the network, which then belongs to the denoiser. */
    public interface ModuleSource {
        ImageModule load() throws IOException;
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
        AxisImage given = given(noisy);
        suited.require(settings.axes().of(given));
        tellCut(noisy, given, listener);
        return filled(DenoisedImage.blank(noisy, settings), given, listener);
    }

    /**
     * The same of an image that stays in its file, into a TIFF file that appears when it is whole:
     * the pixels are as if it were in memory, but the memory that is needed grows with the tiles.
     *
     * @return with an outline of the denoised image, whose pixels are in the file
     * @throws IOException with a sentence, if a file cannot be read or written
     */
    public Outcome outcome(FileImage noisy, Path result, DenoisingListener listener)
            throws IOException {
        AxisImage pixels = settings.axes().of(noisy.pixels());
        suited.require(pixels);
        if (settings.estimate().hasSeveralPasses())
            RunningMoments.requireMemory(suited.valuesMade(pixels));
        tellCut(noisy.outline(), noisy.pixels(), listener);
        return new DenoisedFile(noisy, result, settings)
                .write(blank -> filled(blank, noisy.pixels(), listener));
    }

    /** Whether what is made of a part of an image does not depend on what is made of the others. */
    public boolean worksInParts() {
        return !model.isFinishedAsAWhole();
    }

    /**
     * A denoised copy of pixels that belong to no window: 32-bit, of the same size and axes.
     *
     * @throws IllegalArgumentException as {@link #denoise(ImagePlus, DenoisingListener)} does, and
     *     if the settings' estimate has several maps
     */
    public AxisImage denoise(AxisImage noisy, DenoisingListener listener) {
        AxisImage denoised = noisy.blank();
        denoise(noisy, List.of(denoised), listener);
        return denoised;
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
        return denoise(noisy, maps, model.intensities(noisy), listener);
    }

    /**
     * The same of a part of an image, with the intensities of the whole.
     *
     * @param intensities of each channel
     */
    public Provenance denoise(
            AxisImage noisy,
            List<AxisImage> maps,
            List<IntensityMap> intensities,
            DenoisingListener listener) {
        suited.require(noisy);
        checkMaps(noisy, maps);
        if (model.isFinishedAsAWhole()) {
            Unfinished made = Unfinished.like(noisy);
            ImagePieces pieces = new ImagePieces(model, noisy, List.of(made.image()));
            String device = fill(pieces, intensities, listener);
            made.finish(model.finishing(noisy, made.image()), maps.get(0));
            return provenance(device, intensities);
        }
        ImagePieces pieces = new ImagePieces(model, noisy, maps);
        return provenance(fill(pieces, intensities, listener), intensities);
    }

    /**
     * The sentence with which {@link #denoise(AxisImage, List, DenoisingListener)} would refuse the
     * image; empty where it would not.
     */
    public Optional<String> refusal(AxisImage noisy) {
        return suited.refusal(noisy).map(Exception::getMessage).or(() -> model.refusal(noisy));
    }

    /**
     * What is done to each channel of an image before, and to what is made of it after; none of
     * that can be told of parts where the model finishes an image as a whole.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the model cannot denoise
     *     the image, or not in parts
     */
    List<IntensityMap> intensities(AxisImage noisy) {
        suited.require(noisy);
        if (model.isFinishedAsAWhole())
            throw Refusal.of(model, "finishes images as a whole, so that no part can be shown");
        return model.intensities(noisy);
    }

    DenoisingModel model() {
        return model;
    }

    /** In float32, whatever the image. */
    PixelNetwork network() {
        return new MeanNetwork(networks.whole());
    }

    DenoisingSettings settings() {
        return settings;
    }

    /** Slowest axis first. */
    List<AxisReach> reaches() {
        return reaches;
    }

    Optional<PlaneContext> context() {
        return model.context();
    }

    /** A virtual stack is read as a whole only where all its slices are seen together. */
    private AxisImage given(ImagePlus noisy) {
        return model.dimensions() == 3 ? ImagePluses.view(noisy) : ImagePluses.glance(noisy);
    }

    private void tellCut(ImagePlus noisy, AxisImage given, DenoisingListener listener) {
        if (noisy.getStackSize() > 1)
            listener.begun(
                    noisy.getTitle()
                            + ": "
                            + new CutText(model, settings.axes().of(given)).sentence());
    }

    private Outcome filled(DenoisedImage blank, AxisImage given, DenoisingListener listener) {
        List<AxisImage> maps = blank.maps().stream().map(settings.axes()::of).toList();
        Provenance provenance = denoise(settings.axes().of(given), maps, listener);
        return blank.finished(given, provenance, seen(provenance.normalization()));
    }

    /** What has computed it. */
    private String fill(
            ImagePieces image, List<IntensityMap> intensities, DenoisingListener listener) {
        List<List<ImagePiece>> pieces = image.all(intensities);
        Passes passes = new Passes(model, settings, networks, suited.size(image.noisy()));
        passes.plan().ifPresent(listener::planned);
        PixelNetwork plain = networks.plain(pieces.size() * passes.windows(), listener::planned);
        Ensemble ensemble = new Ensemble(passes.all(plain));
        long pixels = ensemble.passes().size() * image.noisy().pixels().size();
        ensemble.denoise(pieces, new Progress(listener, pixels));
        return networks.deviceName(plain);
    }

    private List<SeenRange> seen(List<IntensityMap> intensities) {
        return model.seenValues().stream()
                .flatMap(range -> intensities.stream().map(map -> new SeenRange(map, range)))
                .toList();
    }

    /** In float32. */
    Provenance provenance(List<IntensityMap> intensities) {
        return provenance(networks.whole().deviceName(), intensities);
    }

    private Provenance provenance(String device, List<IntensityMap> intensities) {
        return new Provenance(
                model.name(),
                List.of(model.sha256()),
                device,
                settings.estimate().givenSeed(),
                intensities);
    }

    /** What the user must know of the result, if it is made of samples of a collapsed code. */
    public Optional<String> warning() {
        return settings.estimate().isSampled() ? PosteriorSamples.warning(model) : Optional.empty();
    }

    @Override
    public void close() {
        networks.close();
    }

    private void checkNetwork() {
        int made = model.outputChannels();
        int planes = model.context().map(PlaneContext::planes).orElse(1);
        if (made * planes != model.inputChannels())
            throw Refusal.of(model, "makes " + made + " channels of " + model.inputChannels());
        if (settings.estimate().isSampled()) Refusal.requireVariational(model);
        if (model.isFinishedAsAWhole() && !settings.estimate().maps().isEmpty())
            throw Refusal.of(model, "finishes images as a whole, so that it has no deviations");
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
