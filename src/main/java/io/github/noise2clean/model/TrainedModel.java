package io.github.noise2clean.model;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.image.PlaneSample;
import io.github.noise2clean.network.ActivationMemory;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A trained network, ready to be saved or run. Its weights are finite.
 *
 * @param fileHash SHA-256, in hexadecimal digits, of the file that it was read from
 */
public record TrainedModel(ModelCard card, Graph graph, Weights weights, Optional<String> fileHash)
        implements DenoisingModel {

    public TrainedModel {
        weights.requireFinite();
    }

    /** One that was read from no file. */
    public TrainedModel(ModelCard card, Graph graph, Weights weights) {
        this(card, graph, weights, Optional.empty());
    }

    @Override
    public String name() {
        return card.name();
    }

    @Override
    public String sha256() {
        return ModelFile.sha256(this);
    }

    @Override
    public int dimensions() {
        return graph.dimensions();
    }

    @Override
    public int inputChannels() {
        return graph.inputChannels();
    }

    @Override
    public int outputChannels() {
        return graph.outputChannels();
    }

    @Override
    public List<AxisReach> reaches() {
        return Footprint.of(graph).reaches();
    }

    @Override
    public Optional<List<Integer>> onlySize() {
        return Optional.of(graph.fixedSize()).filter(size -> !size.isEmpty());
    }

    @Override
    public double bytesPerPixel() {
        return ActivationMemory.bytesPerPixel(graph);
    }

    /** Each channel by itself. */
    @Override
    public List<IntensityMap> intensities(AxisImage noisy) {
        return noisy.channels().stream()
                .map(channel -> card.normalization().fit(channel.pixels()))
                .toList();
    }

    @Override
    public Optional<Normalization> normalization() {
        return Optional.of(card.normalization());
    }

    /** Of a large stack, some planes are tried. */
    @Override
    public Optional<String> refusal(AxisImage noisy) {
        try {
            for (AxisImage channel : noisy.channels())
                card.normalization().fit(PlaneSample.of(channel.planes()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Optional<DataRange> seenValues() {
        return card.inputRange().or(() -> card.normalization().usualRange());
    }

    @Override
    public Optional<PlaneContext> context() {
        return card.context();
    }

    @Override
    public boolean isVariational() {
        return graph.isVariational();
    }

    @Override
    public Optional<CodeUse> codeUse() {
        return card.codeUse();
    }

    /** For inference only, which its folded batch normalisations make faster. */
    @Override
    public TorchModule load(DeviceChoice device) throws IOException {
        return load(device, Precision.FLOAT32);
    }

    @Override
    public Optional<ImageModule> loadHalved(DeviceChoice device) throws IOException {
        return Optional.of(load(device, Precision.FLOAT16));
    }

    private TorchModule load(DeviceChoice device, Precision precision) throws IOException {
        var folded = BatchNormFolding.fold(graph, weights);
        byte[] archive = TorchScript.writeForRunning(folded.graph(), folded.weights(), precision);
        return TorchModule.load(archive, device.device());
    }
}
