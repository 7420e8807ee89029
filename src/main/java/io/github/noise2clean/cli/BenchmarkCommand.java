package io.github.noise2clean.cli;

import io.github.noise2clean.benchmark.Benchmark;
import io.github.noise2clean.benchmark.BenchmarkReport;
import io.github.noise2clean.benchmark.BenchmarkSettings;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code noise2clean benchmark}. */
@Command(
        name = "benchmark",
        description = {
            "Measures how fast this machine denoises, trains, and compares images.",
            "The same weights are run as Noise2Clean does, by ONNX Runtime, and by PyTorch with"
                    + " nothing that makes them faster, in turns. Leave the machine alone meanwhile."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  noise2clean benchmark --size 1024 --json benchmark.json > benchmark.md"
        })
final class BenchmarkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "resblock-ae",
            description = "Which, as 'train --help' names them (default: ${DEFAULT-VALUE}).")
    private String network;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "1024",
            description =
                    "Pixels along each side of the image, which has 16 bits (default:"
                            + " ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Of each measurement, whose median counts; the first ones never do (default:"
                            + " ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description =
                    "auto, cpu, gpu or mps (default: ${DEFAULT-VALUE}); ONNX Runtime stays on the"
                            + " CPU.")
    private DeviceChoice device;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON too.")
    private Optional<Path> json = Optional.empty();

    BenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (json.isPresent()) AtomicFiles.requireWritable(json.get());
        BenchmarkReport report =
                new Benchmark(settings(), System::nanoTime).run(terminal.err()::println);
        terminal.out().println(report.markdown());
        if (json.isPresent())
            AtomicFiles.write(json.get(), file -> Files.writeString(file, report.json()));
        return ExitCode.OK;
    }

    private BenchmarkSettings settings() {
        return new BenchmarkSettings(
                Architectures.named(network, InputImages.planes()), device, size, repeats);
    }
}
