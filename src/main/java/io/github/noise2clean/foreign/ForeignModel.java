package io.github.noise2clean.foreign;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network that another program has trained, ready to denoise.
 *
 * @param test what its makers give to see whether it computes what it should
 */
public record ForeignModel(
        Label label,
        ImageAxes axes,
        Processing processing,
        ForeignWeights weights,
        Optional<TestTensors> test)
        implements DenoisingModel {

    /** What a U-Net of 64 channels takes, twice over where it joins two of them. */
    private static final double BYTES_PER_PIXEL = 2048;

    /**
     * @throws IllegalArgumentException with the reason, if the parts do not fit each other
     */
    public ForeignModel {
        processing.requireChannels(axes.input().channels());
    }

    @Override
    public String name() {
        return label.name();
    }

    /** Of its weights alone. */
    @Override
    public String sha256() {
        return Sha256.of(weights.file());
    }

    @Override
    public int dimensions() {
        return axes.reaches().size();
    }

    @Override
    public int inputChannels() {
        return axes.input().channels();
    }

    @Override
    public int outputChannels() {
        return axes.output().channels();
    }

    @Override
    public List<AxisReach> reaches() {
        return axes.reaches();
    }

    /** Larger and smaller images are cut or continued to the size that it takes. */
    @Override
    public Optional<List<Integer>> onlySize() {
        return Optional.empty();
    }

    @Override
    public double bytesPerPixel() {
        return BYTES_PER_PIXEL;
    }

    /** Of all channels that it is shown at once, or of each by itself. */
    @Override
    public List<IntensityMap> intensities(AxisImage noisy) {
        return shownAtOnce(noisy).stream().map(this::maps).flatMap(List::stream).toList();
    }

    @Override
    public Optional<String> refusal(AxisImage noisy) {
        return Optional.empty();
    }

    @Override
    public boolean isFinishedAsAWhole() {
        return processing.needsAll();
    }

    @Override
    public List<IntensityMap> finishing(AxisImage noisy, AxisImage made) {
        List<Pixels> shown = shownAtOnce(noisy);
        List<Pixels> finished = shownAtOnce(made);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> processing.after(shown.get(i), finished.get(i)))
                .flatMap(List::stream)
                .<IntensityMap>map(map -> new StepMap(PixelMap.IDENTITY, map))
                .toList();
    }

    @Override
    public Optional<DataRange> seenValues() {
        return Optional.empty();
    }

    @Override
    public Optional<PlaneContext> context() {
        return Optional.empty();
    }

    @Override
    public boolean isVariational() {
        return false;
    }

    @Override
    public Optional<CodeUse> codeUse() {
        return Optional.empty();
    }

    @Override
    public ImageModule load(DeviceChoice device) throws IOException {
        return axes.ours(weights.load(device));
    }

    /** Whether its weights are a program, which must be trusted. */
    public boolean isProgram() {
        return weights.kind() == ForeignWeights.Kind.TORCHSCRIPT;
    }

    /** What is known of it, for people, by name. */
    public Map<String, String> card() {
        return new ForeignCard(this).properties();
    }

    /** What the user must know, where its makers do not tell how far it sees. */
    public Optional<String> haloNote() {
        if (axes.haloKnown()) return Optional.empty();
        return Optional.of(
                "Its makers do not tell how far it sees around a pixel: tiles overlap by %d pixels."
                        .formatted(reaches().get(reaches().size() - 1).halo()));
    }

    private List<Pixels> shownAtOnce(AxisImage image) {
        List<AxisImage> channels = image.channels();
        int atOnce = axes.input().channels();
        return IntStream.range(0, channels.size() / atOnce)
                .mapToObj(i -> channels.subList(i * atOnce, (i + 1) * atOnce))
                .map(group -> new Pixels(group.stream().map(AxisImage::pixels).toList()))
                .toList();
    }

    private List<IntensityMap> maps(Pixels noisy) {
        List<PixelMap> before = processing.before(noisy);
        List<PixelMap> after = processing.restoration(noisy);
        return IntStream.range(0, before.size())
                .<IntensityMap>mapToObj(c -> new StepMap(before.get(c), after.get(c)))
                .toList();
    }
}
