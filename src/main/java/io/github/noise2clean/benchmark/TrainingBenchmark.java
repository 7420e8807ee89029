package io.github.noise2clean.benchmark;

import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.train.FinalWeights;
import io.github.noise2clean.train.Phase;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingInMemory;
import io.github.noise2clean.train.TrainingPlan;
import io.github.noise2clean.train.TrainingSettings;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import net.imglib2.view.Views;

/** Trains a network on a clean image and a noise, as {@code train} does without further options. */
record TrainingBenchmark(BenchmarkSettings settings, LongSupplier clock) {

    private static final int WARM_UP = 5;
    private static final int STEPS_PER_REPEAT = 10;
    private static final long SEED = 1;
    private static final Preset STANDARD = Presets.standard(InputImages.planes());

    TrainingSpeed run() throws IOException {
        PhaseClock phases = new PhaseClock(clock);
        new TrainingInMemory(plan(), new TrainingSet(List.of(image()), List.of()))
                .run(phases, () -> false);
        List<Map<Phase, Double>> steps = phases.steps();
        return TrainingSpeed.of(
                steps.subList(WARM_UP, steps.size()), STANDARD.recipe().patches().batch());
    }

    private TrainingPlan plan() {
        int steps = WARM_UP + STEPS_PER_REPEAT * settings.repeats() + 1;
        return new TrainingPlan(
                "benchmark",
                "one synthetic image",
                settings.network(),
                new Normalization.Fixed(0, Scene.HIGHEST),
                new TrainingSettings(
                        new Schedule(1, steps),
                        STANDARD.recipe().patches(),
                        STANDARD.recipe().optimisation(),
                        FinalWeights.LAST,
                        SEED),
                settings.device());
    }

    private TrainingImage image() {
        return new TrainingImage.WithNoise(
                Views.addDimension(new Scene(settings.size()).clean(), 0, 0),
                STANDARD.noise(),
                new DataRange(0, Scene.HIGHEST),
                List.of(IntensityMap.linear(0, Scene.HIGHEST)));
    }
}
