package io.github.noise2clean.train;

import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.CifarAutoencoder;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Noise2CleanAutoencoder;
import io.github.noise2clean.network.PoolingAutoencoder;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.StridedAutoencoder;
import io.github.noise2clean.network.VanillaAutoencoder;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.Preset.Origin;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import java.util.List;
import java.util.Optional;

/** The five systems this project grew from, and its own answer to them. */
public final class Presets {

    private static final double AUTHORS_RATE = 1e-3;
    private static final double AUTHORS_DECAY = 1e-5;
    private static final NoiseModel HALF = NoiseModel.parse("gaussian:50%", false);
    private static final NoiseModel HALF_CLIPPED = NoiseModel.parse("gaussian:50%", true);

    /** Most of them where they are cheap and see the whole of a digit. */
    private static final List<Integer> BLOCKS = List.of(1, 2, 4);

    private static final InputImages GREY = InputImages.planes();
    private static final Patches TUNED_BATCHES = Patches.whole(32);
    private static final Origin OURS = new Origin("Noise2Clean for Fiji", "");

    private static final Patches OF_PLANES = new Patches(64, 16);
    private static final Patches OF_VOLUMES = new Patches(32, 8);

    private Presets() {}

    /** What is done where no preset is asked for: an all-purpose recipe for images of any size. */
    public static Preset standard(InputImages images) {
        Patches patches = images.dimensions() == 2 ? OF_PLANES : OF_VOLUMES;
        return new Preset(
                OURS,
                ResBlockAutoencoder.standard(images),
                NoiseModel.parse("gaussian:10%"),
                new Recipe(Optimisation.standard(1e-3), patches, 20),
                Optional.empty());
    }

    public static List<Preset> all() {
        return List.of(
                noise2clean(false, "SSIM 0.87"),
                noise2clean(true, "SSIM 0.77"),
                vanilla(),
                cifar(),
                pooling(),
                strided(),
                tunedAutoencoder(),
                tunedVariational());
    }

    public static List<String> names() {
        return all().stream().map(Preset::name).toList();
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Preset named(String name) {
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "Unknown preset '" + name + "': choose one of " + String.join(", ", names()) + ".");
    }

    /** Its author does not state the noise; ours is the strongest of the five, clipped. */
    private static Preset noise2clean(boolean variational, String published) {
        return new Preset(
                new Origin("Noise2Clean, MNIST, 50 epochs", published),
                new Noise2CleanAutoencoder(variational),
                HALF_CLIPPED,
                new Recipe(authors(0), Patches.whole(64), 50),
                Optional.empty());
    }

    private static Preset vanilla() {
        return new Preset(
                new Origin("Vanilla autoencoder, MNIST, 10 epochs", "loss of the last batch 0.005"),
                new VanillaAutoencoder(),
                NoiseModel.parse("gaussian:30%", true),
                new Recipe(authors(AUTHORS_DECAY), Patches.whole(32), 10),
                Optional.empty());
    }

    /** Its author states neither the noise's level nor how the images were scaled. */
    private static Preset cifar() {
        return new Preset(
                new Origin(
                        "CIFAR-10 denoising autoencoder, 250 epochs",
                        "training loss 0.140, of images scaled otherwise"),
                new CifarAutoencoder(),
                NoiseModel.parse("gaussian:10%", true),
                new Recipe(authors(AUTHORS_DECAY), Patches.whole(64), 250),
                Optional.of(new ImageSize(28, 28)));
    }

    private static Preset pooling() {
        return new Preset(
                new Origin("Pooling autoencoder, MNIST, 20 epochs", "no figure"),
                new PoolingAutoencoder(),
                HALF_CLIPPED,
                new Recipe(authors(0), Patches.whole(20), 20),
                Optional.empty());
    }

    private static Preset strided() {
        return new Preset(
                new Origin(
                        "Strided autoencoder, MNIST and Fashion-MNIST, 10 epochs",
                        "loss of the last batch 0.0105 to 0.0122 on MNIST"),
                new StridedAutoencoder(),
                HALF,
                new Recipe(authors(AUTHORS_DECAY), Patches.whole(64), 10),
                Optional.empty());
    }

    private static Preset tunedAutoencoder() {
        Architecture network = new ResBlockAutoencoder(GREY, 16, BLOCKS, true, Head.SIGMOID);
        return tuned(network, new Recipe(tuned(1e-4), TUNED_BATCHES, 20));
    }

    /** Its divergence is beside a loss of another scale than that of the five. */
    private static Preset tunedVariational() {
        var around = new ResBlockAutoencoder(GREY, 16, BLOCKS, false, Head.SIGMOID);
        Architecture network = new ResBlockVariational(around, 32);
        return tuned(network, new Recipe(tuned(1e-2), TUNED_BATCHES, 10));
    }

    private static Preset tuned(Architecture network, Recipe recipe) {
        return new Preset(OURS, network, HALF_CLIPPED, recipe, Optional.empty());
    }

    private static Optimisation tuned(double divergence) {
        return new Optimisation(
                Loss.SSIM,
                LearningRate.cosine(6e-3),
                0,
                Divergence.standard(divergence),
                Precision.FLOAT32);
    }

    /** Adam at a constant rate against the mean squared error, as all five have it. */
    private static Optimisation authors(double weightDecay) {
        return new Optimisation(
                Loss.MSE,
                LearningRate.constant(AUTHORS_RATE),
                weightDecay,
                Divergence.standard(1e-3),
                Precision.FLOAT32);
    }
}
