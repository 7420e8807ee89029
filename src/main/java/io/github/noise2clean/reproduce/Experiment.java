package io.github.noise2clean.reproduce;

import io.github.noise2clean.dataset.BenchmarkData;
import io.github.noise2clean.dataset.NoisyCopy;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.TrainingPlan;

/** The images of a data set, prepared for an author's system, and the plan of its training. */
record Experiment(TrainingPlan plan, TrainingSet training, TestSet test, String data) {

    /** The noise of the test images is the same whatever the training's seed. */
    private static final long TEST_SEED = 10_000;

    /** Limits and resizes the images, and adds noise to those of the test. */
    static Experiment of(Request request, BenchmarkData data) {
        BenchmarkData prepared = prepared(request, data);
        Preset preset = request.preset();
        TrainingFiles files =
                TrainingFiles.withNoise(prepared.training(), request.noise(), preset.preparation());
        TrainingSet training = files.split(request.departures().seed());
        NoisyCopy noise = new NoisyCopy(request.noise(), TEST_SEED);
        return new Experiment(
                plan(request, files, training, data.name()),
                training,
                new TestSet(prepared.test(), noise.of(prepared.test())),
                data.name());
    }

    private static BenchmarkData prepared(Request request, BenchmarkData data) {
        BenchmarkData limited = request.departures().images().map(data::limited).orElse(data);
        return request.preset().resizedTo().map(limited::resized).orElse(limited);
    }

    private static TrainingPlan plan(
            Request request, TrainingFiles files, TrainingSet training, String data) {
        Preset preset = request.preset();
        return new TrainingPlan(
                preset.name(),
                data + " with " + request.noise(),
                preset.architecture(),
                files.normalization(),
                request.settings(training),
                request.device());
    }

    /** How many images serve for what; a network of one channel is shown each colour by itself. */
    Circumstances.Images images() {
        int perImage = test.noisy().getNChannels() / plan.architecture().graph().inputChannels();
        return new Circumstances.Images(
                data,
                training.training().size() / perImage,
                training.validation().size() / perImage,
                test.count());
    }
}
