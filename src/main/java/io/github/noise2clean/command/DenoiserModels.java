package io.github.noise2clean.command;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.noise2clean.exchange.ExportFormat;
import io.github.noise2clean.exchange.PackageOptions;
import io.github.noise2clean.foreign.BareSettings;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ListedModel;
import io.github.noise2clean.library.ModelImport;
import io.github.noise2clean.tensor.AxisOrder;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Lists the models that Denoise Image takes by their names, tells about one, and imports, exports
 * and deletes them. The names of its fields are the keys of macros.
 */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Denoiser Models", weight = 6)
        })
public final class DenoiserModels extends ExplainedCommand {

    private static final String TITLE = "Denoiser Models";
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    @Parameter(
            label = "Do",
            description =
                    "list: all of them, in a table. show: what is known of one. import: make a file"
                            + " one of your own models. export: write one for other programs."
                            + " delete: one of your own.",
            choices = {"list", "show", "import", "export", "delete"},
            persist = false)
    private String action = "list";

    @Parameter(
            label = "Model",
            description = "To show, export or delete: its name, or a model file.",
            required = false,
            persist = false)
    private String model = "";

    @Parameter(
            label = "File",
            description =
                    "To import: a model file, a package of bioimage.io, or a bare .onnx or .pt file."
                            + " To export: the .zip, .onnx or .pt file to write.",
            style = "file",
            required = false,
            persist = false)
    private String file = "";

    @Parameter(
            label = "Name for an imported model",
            description = "Of a-z, 0-9, - and _; empty for its own name.",
            required = false,
            persist = false)
    private String name = "";

    @Parameter(
            label = "Export as",
            description =
                    "To export. bioimageio: the whole model, which this program opens too. onnx or torchscript:"
                            + " the network alone.",
            choices = {"bioimageio", "onnx", "torchscript"},
            persist = false)
    private String format = "bioimageio";

    @Parameter(
            label = "Normalisation for a bare file",
            description =
                    "To import .onnx or .pt: fixed:LOW,HIGH, percentile:LOW,HIGH or mean-std.",
            required = false,
            persist = false)
    private String normalization = "";

    @Parameter(
            label = "Axes of a bare file",
            description =
                    "To import .onnx or .pt: the order of batch b, channel c, z, y and x, such as byxc"
                            + " or zyx; empty for bcyx.",
            required = false,
            persist = false)
    private String axes = "";

    @Parameter(
            label = "Channels of a bare file",
            description = "To import .onnx or .pt, unless an .onnx file tells them.",
            min = "1",
            persist = false)
    private int channels = 1;

    @Parameter(
            label = "Size multiple of a bare file",
            description = "To import .onnx or .pt: what the sizes of images must be multiples of.",
            min = "1",
            persist = false)
    private int multiple = 1;

    @Parameter(
            label = "Halo of a bare file (-1 = unknown)",
            description =
                    "To import .onnx or .pt: how many pixels around each the network sees; where it is"
                            + " unknown, 64 of planes and 24 of volumes are taken.",
            min = "-1",
            persist = false)
    private int halo = -1;

    @Parameter(
            label = "Trust TorchScript",
            description =
                    "To import TorchScript of others, which is a program that can do anything on this"
                            + " computer. ONNX needs no trust.",
            persist = false)
    private boolean trust = false;

    @Parameter(type = ItemIO.OUTPUT, label = "Report", persist = false)
    private String report;

    public DenoiserModels() {
        super(HelpPage.MODELS);
    }

    @Override
    public void run() {
        Guard.run(this, this::work);
    }

    private void work() throws IOException {
        InstalledModels models = InstalledModels.found();
        switch (Values.text(action).strip()) {
            case "list" -> list(models.list());
            case "show" -> show(models.about(named()));
            case "import" -> tell(imported(new ModelImport(models, Values.given(name), trust)));
            case "export" -> tell(exported(models));
            case "delete" -> tell(deleted(models));
            default ->
                    throw new IllegalArgumentException(
                            "Choose list, show, import, export or delete, not '" + action + "'.");
        }
    }

    private void list(List<ListedModel> list) {
        report = list.stream().map(ListedModel::toString).collect(Collectors.joining("\n"));
        if (GraphicsEnvironment.isHeadless()) IJ.log(report);
        else table(list).show(TITLE);
    }

    private static ResultsTable table(List<ListedModel> list) {
        ResultsTable table = new ResultsTable();
        for (ListedModel listed : list) {
            table.addRow();
            table.addValue("Name", listed.name());
            table.addValue("From", listed.origin().toString());
            table.addValue("Images", listed.shape());
            table.addValue("Licence", listed.licence());
            table.addValue("Description", listed.description());
        }
        return table;
    }

    private void show(String text) {
        report = text;
        if (GraphicsEnvironment.isHeadless()) IJ.log(text);
        else new TextWindow(named(), text, WIDTH, HEIGHT);
    }

    private void tell(String done) {
        report = done;
        IJ.log(done);
    }

    private String imported(ModelImport importing) throws IOException {
        Path path = Values.path(file, "Give the file to import.");
        ModelImport.Imported imported = importing.of(path, bare());
        String notes =
                imported.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
        return notes + "Imported " + imported.name() + ".";
    }

    private BareSettings bare() {
        return new BareSettings(
                Values.given(normalization).map(Normalization::parse),
                Values.given(axes).map(AxisOrder::new),
                unless(1, channels),
                unless(1, multiple),
                unless(-1, halo));
    }

    private static OptionalInt unless(int unsaid, int number) {
        return number == unsaid ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private String exported(InstalledModels models) throws IOException {
        ExportFormat wanted = ExportFormat.parse(Values.text(format));
        Path path = Values.path(file, "Give the file to write.");
        wanted.write(models.openTrained(named(), "be exported"), PackageOptions.STANDARD, path);
        return "Saved " + path + ".";
    }

    private String deleted(InstalledModels models) throws IOException {
        models.own().delete(named());
        return "Deleted " + named() + ".";
    }

    private String named() {
        String named = Values.text(model).strip();
        if (named.isEmpty()) throw new IllegalArgumentException("Give the name of a model.");
        return named;
    }
}
