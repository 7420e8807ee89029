package io.github.noise2clean.reproduce;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Summary;
import io.github.noise2clean.reproduce.TestSetScores.Row;
import io.github.noise2clean.train.Preset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came out of training a published system anew, as a page of Markdown.
 *
 * @param remarks further sentences on the result, such as on the latent code
 */
public record Report(
        Preset preset,
        TrainedModel model,
        TestSetScores scores,
        Circumstances run,
        List<String> remarks) {

    /** Up to so many epochs, the table of losses has them all. */
    private static final int LISTED = 20;

    public Report {
        remarks = List.copyOf(remarks);
        if (model.card().history().isEmpty()) throw new IllegalArgumentException("no epochs");
    }

    /** What the author reports. */
    public String published() {
        String figure = preset.origin().published();
        return figure.isEmpty() ? "none" : figure;
    }

    /** The network's scores and the last epoch's loss in one line. */
    public String figures() {
        Score score = scores.network();
        return format(
                "PSNR %.2f dB, SSIM %.4f (scikit-image), %.4f (Wang); training loss %.5f after %s",
                score.psnr(),
                score.skimage(),
                score.wang(),
                lastEpoch().trainingLoss(),
                counted(lastEpoch().number(), "epoch"));
    }

    /** The whole page. */
    String markdown() {
        return Stream.of(
                        "# " + preset.name() + " on " + run.data().name(),
                        preset.origin().system() + ", trained anew.",
                        figuresTable(),
                        String.join("\n\n", remarks),
                        "## Test images",
                        methods(),
                        "![Test images](" + ReportFolder.MONTAGE + ")",
                        "## Training",
                        training(),
                        losses(),
                        "![Loss of every epoch](" + ReportFolder.EPOCHS + ")",
                        "![Loss of every step](" + ReportFolder.STEPS + ")",
                        "## Settings",
                        settings(),
                        "## Network",
                        network())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String figuresTable() {
        return table(
                List.of("the author's figure", "this run"),
                Stream.of(List.of(published(), figures())));
    }

    private String methods() {
        return table(
                        List.of("", "PSNR in dB", "SSIM (scikit-image)", "SSIM (Wang)"),
                        scores.rows().stream().map(Report::cells))
                + format(
                        "\n\nMeans over all %d test images, for a data range of 255. The noisy"
                                + " images are measured as they are; what a filter or the network"
                                + " gives is clamped to 0 to 255 first. The width of the Gaussian"
                                + " and h of non-local means (patches of 7x7, window of 23x23) are"
                                + " those with the best PSNR on the first %d test images, chosen"
                                + " with the clean images in hand.",
                        run.data().test(), Math.min(Measurement.CHOOSING, run.data().test()));
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.method(),
                format("%.2f", row.score().psnr()),
                format("%.4f", row.score().skimage()),
                format("%.4f", row.score().wang()));
    }

    private String training() {
        return format(
                "Trained for %s on %s in %.1f minutes on %s, by\n\n```\n%s\n```\n\n%s were held out"
                        + " of the training images to choose the weights of the best epoch by; the test"
                        + " images were used for nothing but the tables of this page. Noise2Clean %s.",
                counted(lastEpoch().number(), "epoch"),
                counted(run.data().training(), "image"),
                run.minutes(),
                run.machine(),
                run.command(),
                counted(run.data().validation(), "image"),
                card().program());
    }

    private String losses() {
        return table(
                List.of("epoch", "training loss", "validation loss", "PSNR", "SSIM"),
                listedEpochs()
                        .map(
                                epoch ->
                                        List.of(
                                                Integer.toString(epoch.number()),
                                                format("%.5f", epoch.trainingLoss()),
                                                format("%.5f", epoch.validationLoss()),
                                                format("%.2f", epoch.psnr()),
                                                format("%.3f", epoch.ssim()))));
    }

    /** All, or the first and at most so many more at equal distances, up to the last. */
    private Stream<Epoch> listedEpochs() {
        List<Epoch> history = card().history();
        int stride = (history.size() + LISTED - 1) / LISTED;
        return history.stream()
                .filter(
                        epoch ->
                                epoch.number() == 1
                                        || (history.size() - epoch.number()) % stride == 0);
    }

    private String settings() {
        return table(
                List.of("setting", "value"),
                card().settings().entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue())));
    }

    private String network() {
        Summary summary = Summary.of(model.graph());
        return format(
                "%s, %d parameters, %.0f multiply-adds per pixel.\n\n```\n%s\n```",
                card().architecture(),
                summary.parameters(),
                summary.multiplyAddsPerPixel(),
                summary.table());
    }

    private ModelCard card() {
        return model.card();
    }

    private Epoch lastEpoch() {
        return card().history().get(card().history().size() - 1);
    }

    private static String table(List<String> header, Stream<List<String>> rows) {
        List<String> rule = header.stream().map(column -> "---").toList();
        return Stream.concat(Stream.of(header, rule), rows)
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String counted(int count, String thing) {
        return format("%,d %s%s", count, thing, count == 1 ? "" : "s");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
