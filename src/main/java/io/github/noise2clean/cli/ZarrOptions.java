package io.github.noise2clean.cli;

import io.github.noise2clean.blocks.BlockRequest;
import io.github.noise2clean.blocks.Places;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which OME-Zarr image is denoised, and how, here or on a cluster. */
public final class ZarrOptions {

    private static final String RESUME = "--resume";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--input",
            paramLabel = "A",
            required = true,
            description = "The noisy image: an OME-Zarr of version 0.4.")
    private String input;

    @Option(
            names = "--output",
            paramLabel = "B",
            required = true,
            description = "The denoised image, a new OME-Zarr like the noisy one.")
    private String output;

    @Option(
            names = "--model",
            paramLabel = "NAME_OR_FILE",
            required = true,
            description =
                    "The trained model: one by its name ('noise2clean models' lists them), or a"
                            + " file.")
    private String model;

    @Option(
            names = "--block",
            paramLabel = "X,Y[,Z]",
            hideParamSyntax = true,
            split = ",",
            description =
                    "Pixels of the blocks that are denoised one at a time, filled up to whole"
                            + " chunks (default: some tiles, about 4 million pixels). The result"
                            + " is the same.")
    private List<Integer> block = new ArrayList<>();

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pixels along each side of a tile, made to fit the chunks; 0 for those that"
                            + " take the least time (default: ${DEFAULT-VALUE}).")
    private int tile;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--dry-run",
            description = "Say how the image would be cut and what memory it takes; write nothing.")
    private boolean dryRun;

    @Option(
            names = RESUME,
            description =
                    "Finish an output that was begun: blocks that are there are not done again.")
    private boolean resume;

    /** What was asked for. */
    public BlockRequest request() {
        try {
            return new BlockRequest(
                    new Places(input, output),
                    model,
                    block,
                    new DenoisingSettings(device.choice(), tile, false, Estimate.PLAIN),
                    resume);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** The options with which the same command goes on, for a person to give. */
    public String resuming() {
        List<String> given = new ArrayList<>(command.commandLine().getParseResult().originalArgs());
        if (!given.contains(RESUME)) given.add(RESUME);
        return String.join(" ", given.stream().map(ZarrOptions::quoted).toList());
    }

    private static String quoted(String text) {
        return text.matches("[\\w./:,=+-]+") ? text : '"' + text + '"';
    }
}
