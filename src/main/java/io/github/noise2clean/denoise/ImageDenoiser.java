package io.github.noise2clean.denoise;

import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Denoises images with a trained network that stays loaded until it is closed.
 *
 * <p>Each channel is denoised by itself, or all together by a network for that many; either way
 * with the model's normalisation fitted to all planes of the channel. A network of two dimensions
 * is given planes, one of three volumes. Grey values that are NaN or infinite count as normalised
 * zeros. One image at a time.
 */
public final class ImageDenoiser implements AutoCloseable {

    private final TrainedModel model;
    private final DenoisingSettings settings;
    private final Footprint footprint;
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
        checkNetwork();
        this.module = InferenceModule.load(model, settings.device());
    }

    /**
     * A denoised copy of the image, with its title, type (or 32-bit where the settings say so) and
     * all else that belongs to it.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network wants volumes
     *     and the image has one slice, or the network wants images of one size or of several
     *     channels and this has another
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory for the smallest tile
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public ImagePlus denoise(ImagePlus noisy, DenoisingListener listener) {
        AxisImage pixels = ImagePluses.view(noisy);
        checkAxes(pixels);
        ImagePlus denoised = ImagePluses.blankCopy(noisy, settings.asFloat());
        denoise(pixels, ImagePluses.view(denoised), listener);
        return denoised;
    }

    /**
     * Fills {@code denoised}, which has the size and axes of {@code noisy} and other pixels.
     *
     * @throws IllegalArgumentException as {@link #denoise(ImagePlus, DenoisingListener)} does, and
     *     if the two images differ in size or axes
     */
    public void denoise(AxisImage noisy, AxisImage denoised, DenoisingListener listener) {
        denoise(noisy, denoised, settings.sampleSeed(), listener);
    }

    /** As above, with a seed of its own in place of that of the settings. */
    void denoise(
            AxisImage noisy,
            AxisImage denoised,
            OptionalLong sampleSeed,
            DenoisingListener listener) {
        checkAxes(noisy);
        checkSameSize(noisy, denoised);
        try (NDManager scope = Torch.newScope(module.device())) {
            PixelNetwork network = new TorchNetwork(module, scope, sampleSeed);
            denoiseChannels(noisy, denoised, new TiledDenoiser(network, tiling(noisy)), listener);
        }
    }

    @Override
    public void close() {
        module.close();
    }

    private Tiling tiling(AxisImage image) {
        return settings.tile() > 0
                ? Tiling.ofSide(settings.tile(), footprint, size(image))
                : Tiling.ofWindow(
                        ActivationMemory.windowPixels(model.graph()), footprint, size(image));
    }

    /** The size of what the network is given at once, x first. */
    private long[] size(AxisImage image) {
        return List.of(Axis.X, Axis.Y, Axis.Z).subList(0, model.graph().dimensions()).stream()
                .mapToLong(image::size)
                .toArray();
    }

    private void denoiseChannels(
            AxisImage noisy,
            AxisImage denoised,
            TiledDenoiser denoiser,
            DenoisingListener listener) {
        Progress progress = new Progress(listener, noisy.pixels().size());
        int together = model.graph().inputChannels();
        List<List<PieceChannel>> channels = channels(noisy, denoised);
        for (int c = 0; c < channels.size(); c += together)
            for (ImagePiece piece : joined(channels.subList(c, c + together)))
                denoiser.denoise(piece, progress);
    }

    private List<List<PieceChannel>> channels(AxisImage noisy, AxisImage denoised) {
        List<AxisImage> sources = noisy.channels();
        List<AxisImage> targets = denoised.channels();
        return IntStream.range(0, sources.size())
                .mapToObj(c -> channel(sources.get(c), targets.get(c)))
                .toList();
    }

    private List<PieceChannel> channel(AxisImage noisy, AxisImage denoised) {
        IntensityMap intensities = model.card().normalization().fit(noisy.pixels());
        List<RandomAccessibleInterval<FloatType>> sources = pieces(noisy);
        List<RandomAccessibleInterval<FloatType>> targets = pieces(denoised);
        return IntStream.range(0, sources.size())
                .mapToObj(i -> new PieceChannel(sources.get(i), targets.get(i), intensities))
                .toList();
    }

    /** The same piece of every channel, for all pieces. */
    private static List<ImagePiece> joined(List<List<PieceChannel>> channels) {
        return IntStream.range(0, channels.get(0).size())
                .mapToObj(i -> new ImagePiece(channels.stream().map(c -> c.get(i)).toList()))
                .toList();
    }

    private List<RandomAccessibleInterval<FloatType>> pieces(AxisImage channel) {
        return model.graph().dimensions() == 3 ? channel.volumes() : channel.planes();
    }

    private void checkNetwork() {
        Graph graph = model.graph();
        int made = graph.shapes(footprint.multiple()).get(graph.outputs().get(0)).channels();
        if (made != graph.inputChannels())
            throw refusal("makes " + made + " channels of " + graph.inputChannels());
        if (settings.sampleSeed().isPresent()) Refusal.requireVariational(model);
    }

    private void checkAxes(AxisImage image) {
        if (model.graph().dimensions() == 3 && image.size(Axis.Z) == 1)
            throw refusal("denoises volumes: give it an image of several slices (z)");
        int wanted = model.graph().inputChannels();
        if (wanted > 1 && wanted != image.size(Axis.CHANNEL))
            throw refusal(
                    "takes images of "
                            + wanted
                            + " channels, this one has "
                            + image.size(Axis.CHANNEL));
        if (footprint.oneSize()) checkSize(size(image));
    }

    private void checkSize(long[] size) {
        int last = size.length - 1;
        long[] wanted =
                IntStream.rangeClosed(0, last)
                        .mapToLong(d -> footprint.multiple().get(last - d))
                        .toArray();
        if (!Arrays.equals(size, wanted))
            throw refusal(
                    "works on images of "
                            + text(wanted)
                            + " pixels only, and this one has "
                            + text(size)
                            + ": use a fully convolutional network, such as resblock-ae, for other"
                            + " sizes");
    }

    private static String text(long[] size) {
        return Arrays.stream(size).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }

    private IllegalArgumentException refusal(String reason) {
        return Refusal.of(model, reason);
    }

    private static void checkSameSize(AxisImage noisy, AxisImage denoised) {
        if (!noisy.axes().equals(denoised.axes())
                || !Intervals.equalDimensions(noisy.pixels(), denoised.pixels()))
            throw new IllegalArgumentException(
                    "noisy image " + noisy + ", denoised image " + denoised);
    }
}
