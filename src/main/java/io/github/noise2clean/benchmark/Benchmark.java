package io.github.noise2clean.benchmark;

import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.network.Summary;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.Host;
import io.github.noise2clean.tensor.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures denoising, training and SSIM, one after the other.
 *
 * @param clock in nanoseconds
 */
public record Benchmark(BenchmarkSettings settings, LongSupplier clock) {

    private static final int SSIM_SIDE = 2048;

    /**
     * @param progress is told what is measured next
     * @throws IllegalArgumentException with a sentence, if the network takes no such image
     * @throws IOException if a network cannot be loaded, or ONNX Runtime is missing
     */
    public BenchmarkReport run(Consumer<String> progress) throws IOException {
        List<Table> tables = new ArrayList<>();
        tables.add(circumstances());
        progress.accept("denoising ...");
        tables.add(new DenoisingBenchmark(settings, clock).run().table());
        progress.accept("training ...");
        tables.add(new TrainingBenchmark(settings, clock).run().table());
        progress.accept("SSIM ...");
        tables.add(new SsimBenchmark(SSIM_SIDE, settings.repeats(), clock).run());
        return new BenchmarkReport(tables);
    }

    private Table circumstances() {
        Host host = Host.here();
        Installation found = Installation.found();
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("program", Cell.text(ProgramVersion.text()));
        cells.put("system", Cell.text(host.system()));
        cells.put("java", Cell.text(host.java()));
        cells.put("processors", Cell.count(host.processors()));
        cells.put("PyTorch", Cell.text(found.pytorch()));
        cells.put("features", Cell.text(String.join(", ", found.features())));
        cells.put("threads of PyTorch", Cell.count(found.threads()));
        cells.put("device", Cell.text(device()));
        cells.put("network", Cell.text(settings.network().name()));
        cells.put("multiply-adds per pixel", Cell.number(multiplyAdds(), 0));
        cells.put("pixels along each side", Cell.count(settings.size()));
        cells.put("repeats", Cell.count(settings.repeats()));
        return new Table("circumstances", Map.of("this run", cells));
    }

    private String device() {
        return DeviceMemory.taken(settings.device()).device().name().toLowerCase(Locale.ROOT);
    }

    private double multiplyAdds() {
        return Summary.of(settings.network().graph()).multiplyAddsPerPixel();
    }
}
