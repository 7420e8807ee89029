package io.github.noise2clean.library;

import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.TrainedModel;
import java.util.Optional;

/**
 * A line of the list of models.
 *
 * @param description what it is for, in a line, or where the file is damaged, why
 * @param model empty where the file is damaged
 */
public record ListedModel(
        String name, Origin origin, String description, Optional<DenoisingModel> model) {

    /** Such as "2D, 1 channel"; empty where the file is damaged. */
    public String shape() {
        return model.map(ListedModel::shape).orElse("");
    }

    /** An SPDX identifier or a sentence; empty where nothing is to be said. */
    public String licence() {
        return model.map(ListedModel::licence).orElse("");
    }

    private static String shape(DenoisingModel model) {
        int channels = model.outputChannels();
        return "%dD, %d channel%s"
                .formatted(model.dimensions(), channels, channels == 1 ? "" : "s");
    }

    private static String licence(DenoisingModel model) {
        if (model instanceof TrainedModel own) return own.card().about().licence().orElse("");
        if (!(model instanceof ForeignModel foreign)) return "";
        String licence = foreign.label().licence();
        return licence.isEmpty() ? "no licence is told" : licence;
    }

    /** In one line, in columns. */
    @Override
    public String toString() {
        String told = licence().isEmpty() ? "" : " (" + licence() + ")";
        return "%-28s%-9s%-17s%s%s".formatted(name, origin, shape(), description, told);
    }
}
