package io.github.noise2clean.reproduce;

import io.github.noise2clean.dataset.BenchmarkData;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.reproduce.Request.Departures;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Preset.Origin;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A reproduction of a second, with all that a real one has. */
final class TinyReproduction {

    private TinyReproduction() {}

    static Preset preset() {
        return new Preset(
                new Origin("A network for tests", "SSIM 0.5"),
                new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL),
                NoiseModel.parse("gaussian:40", false),
                new Recipe(Optimisation.standard(1e-2), Patches.whole(4), 2),
                Optional.empty());
    }

    static Reproduction in(Path folder) {
        return in(folder, Optional.empty());
    }

    static Reproduction in(Path folder, Optional<NoiseModel> noise) {
        Departures departures =
                new Departures(
                        Optional.empty(), Optional.of(16), noise, UnaryOperator.identity(), 1);
        Request request =
                new Request(
                        preset(), departures, DeviceChoice.CPU, "noise2clean reproduce tiny-ae");
        BenchmarkData data = new BenchmarkData("discs", TestImages.grey(20), TestImages.grey(3));
        return new Reproduction(request, data, new ReportFolder(folder));
    }
}
