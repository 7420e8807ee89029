package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.BenchmarkData;
import io.github.noise2clean.dataset.BenchmarkPart;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a data set as a stack. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Open Dataset", weight = 4)
        })
public final class OpenDataset extends ExplainedCommand {

    @Parameter(
            label = "File or folder",
            description =
                    "An IDX file of images (MNIST) or a CIFAR-10 batch, plain or as .gz; or a"
                            + " folder with all files of one of the two.",
            style = "file",
            persist = false)
    private String file = "";

    @Parameter(
            label = "Part of a folder",
            description =
                    "training or test: which of the two stacks; a single file is opened whatever it is.",
            choices = {"training", "test"},
            persist = false)
    private String part = "training";

    @Parameter(type = ItemIO.OUTPUT, label = "Data set", persist = false)
    private ImagePlus dataset;

    public OpenDataset() {
        super(HelpPage.DATA_SETS);
    }

    @Override
    public void run() {
        Guard.run(this, this::open);
    }

    private void open() throws IOException {
        BenchmarkPart chosen = BenchmarkPart.parse(Values.text(part));
        Path path = Values.path(file, "No file is given: choose an IDX or CIFAR-10 file.");
        dataset =
                ResultImages.publish(
                        Files.isDirectory(path)
                                ? BenchmarkData.open(path).part(chosen)
                                : ImageFiles.open(path));
    }
}
