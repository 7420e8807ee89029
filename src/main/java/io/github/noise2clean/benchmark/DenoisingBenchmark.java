package io.github.noise2clean.benchmark;

import ij.ImagePlus;
import io.github.noise2clean.benchmark.TimedDenoiser.Timing;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Summary;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.MatrixProduct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Denoises an image in all ways, in turns, so that whatever else the machine does meets all of them
 * alike.
 */
final class DenoisingBenchmark {

    /** Large enough that a product takes tens of milliseconds. */
    private static final int MATRIX_SIDE = 2048;

    /** PyTorch looks at the first two runs of a network before it makes it faster. */
    private static final int WARM_UP = 3;

    /** After each run of a network. */
    private static final int PRODUCTS = 3;

    private static final long SEED = 1;

    private final BenchmarkSettings settings;
    private final LongSupplier clock;
    private final TrainedModel model;
    private final ImagePlus noisy;

    DenoisingBenchmark(BenchmarkSettings settings, LongSupplier clock) {
        this.settings = settings;
        this.clock = clock;
        this.model = model(settings);
        this.noisy = new Scene(settings.size()).noisy();
    }

    DenoisingSpeeds run() throws IOException {
        Map<Way, OptionalLong> memory = memory();
        try (Turns turns = new Turns()) {
            for (int i = 0; i < WARM_UP; i++) turns.take();
            turns.forget();
            for (int i = 0; i < settings.repeats(); i++) turns.take();
            return turns.speeds(memory);
        }
    }

    /** Each way's by itself, after one run that has the program grow to its usual size. */
    private Map<Way, OptionalLong> memory() throws IOException {
        peak(Way.OURS);
        Map<Way, OptionalLong> peaks = new EnumMap<>(Way.class);
        for (Way way : Way.values()) peaks.put(way, peak(way));
        return peaks;
    }

    private OptionalLong peak(Way way) throws IOException {
        try (TimedDenoiser denoiser = open(way)) {
            ResidentMemory.forgetPeak();
            denoiser.denoise(noisy);
            return ResidentMemory.peak();
        }
    }

    private TimedDenoiser open(Way way) throws IOException {
        return new TimedDenoiser(way, model, settings.device(), clock);
    }

    /** Without training: a network takes as long with any weights. */
    private static TrainedModel model(BenchmarkSettings settings) {
        Graph graph = settings.network().graph();
        ModelCard card =
                new ModelCard(
                        "benchmark",
                        settings.network().name(),
                        new Normalization.Percentile(0.1, 99.9),
                        Map.of(),
                        List.of(),
                        ProgramVersion.text(),
                        Optional.empty(),
                        Optional.empty());
        return new TrainedModel(card, graph, Weights.initial(graph, SEED));
    }

    /** All ways and the matrix product, one after the other, and their times. */
    private final class Turns implements AutoCloseable {

        private final MatrixProduct product =
                new MatrixProduct(MATRIX_SIDE, settings.device().device());
        private final Map<Way, TimedDenoiser> denoisers = new EnumMap<>(Way.class);
        private final Map<Way, List<Timing>> timings = new EnumMap<>(Way.class);
        private final List<Double> productSeconds = new ArrayList<>();

        void take() throws IOException {
            for (Way way : Way.values()) {
                if (!denoisers.containsKey(way)) denoisers.put(way, open(way));
                Timing timing = denoisers.get(way).denoise(noisy);
                timings.computeIfAbsent(way, w -> new ArrayList<>()).add(timing);
                for (int i = 0; i < PRODUCTS; i++) multiply();
            }
        }

        private void multiply() {
            long begin = clock.getAsLong();
            product.compute();
            productSeconds.add((clock.getAsLong() - begin) / 1e9);
        }

        void forget() {
            timings.clear();
            productSeconds.clear();
        }

        DenoisingSpeeds speeds(Map<Way, OptionalLong> memory) {
            double addsPerPixel = Summary.of(model.graph()).multiplyAddsPerPixel();
            Map<Way, DenoisingSpeed> speeds = new EnumMap<>(Way.class);
            timings.forEach(
                    (way, taken) ->
                            speeds.put(
                                    way,
                                    DenoisingSpeed.of(taken, settings.megapixels(), addsPerPixel)));
            double productRate =
                    product.multiplyAdds() / Median.of(productSeconds, Double::doubleValue);
            return new DenoisingSpeeds(speeds, memory, productRate);
        }

        @Override
        public void close() {
            denoisers.values().forEach(TimedDenoiser::close);
            product.close();
        }
    }
}
