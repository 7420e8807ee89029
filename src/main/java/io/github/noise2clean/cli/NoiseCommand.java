package io.github.noise2clean.cli;

import io.github.noise2clean.batch.BatchFile;
import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.FileSearch;
import io.github.noise2clean.dataset.NoisyCopy;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.noise.NoiseModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean noise}. */
@Command(
        name = "noise",
        description = {
            "Adds synthetic noise to clean images, to see how well a model removes it.",
            "The noisy images are 32-bit, so that nothing is rounded."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean noise --noise gaussian:25 --output noisy clean",
            "  noise2clean noise --noise poisson:30+gaussian:2%%+clip --output dim clean",
            "  noise2clean noise --noise gaussian:5-50 --output blind clean",
            "  noise2clean noise --noise salt-and-pepper:10%% --output spots clean"
        })
final class NoiseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--noise",
            required = true,
            paramLabel = "NOISE",
            description = NoiseOptions.GRAMMAR + "drawn for each plane.")
    private String noise;

    @Option(
            names = "--clip-noise",
            description = "Limit the noisy pixels to the data range, as a camera does: adds +clip.")
    private boolean clip;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same noise (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE_OR_DIR",
            description = "A .tif file, or a folder, which is given a .tif for each input.")
    private Path output;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Clean images: files, and folders of files.")
    private List<Path> inputs;

    NoiseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        NoiseModel model = NoiseModel.parse(noise, clip);
        BatchFiles found = BatchFiles.of(inputs, FileSearch.PLAIN, output);
        found.settled().forEach(fault -> terminal.err().println(fault.message()));
        List<BatchFile> files = found.files();
        for (int i = 0; i < files.size(); i++) {
            BatchFile file = files.get(i);
            NoisyCopy copy = new NoisyCopy(model, seed + i);
            ImageFiles.save(copy.of(ImageFiles.open(file.input())), file.output());
            terminal.out().println("saved " + file.output());
        }
        return found.settled().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }
}
