package io.github.noise2clean.denoise;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.DenoisingModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an image is cut into what a network is given at once, in words. */
record CutText(DenoisingModel model, AxisImage image) {

    private static final Map<Axis, String> NAMES =
            Map.of(Axis.Z, "slices (z)", Axis.TIME, "frames (t)", Axis.CHANNEL, "channels");

    /** Such as "volumes of 25 slices (z), 2 channels each by itself". */
    String sentence() {
        return Stream.of(List.of(piece()), others(), channels().stream().toList())
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private String piece() {
        if (isOfVolumes()) return "volumes of " + count(Axis.Z);
        return model.context().map(PlaneContext::sentence).orElse("single planes");
    }

    /** The axes that are not seen together. */
    private List<String> others() {
        return Stream.of(Axis.Z, Axis.TIME)
                .filter(axis -> image.size(axis) > 1)
                .filter(axis -> axis == Axis.TIME || !isOfVolumes())
                .map(this::count)
                .toList();
    }

    private Optional<String> channels() {
        if (image.size(Axis.CHANNEL) == 1) return Optional.empty();
        boolean together = model.outputChannels() > 1;
        return Optional.of(count(Axis.CHANNEL) + (together ? " together" : " each by itself"));
    }

    private boolean isOfVolumes() {
        return model.dimensions() == 3;
    }

    private String count(Axis axis) {
        return image.size(axis) + " " + NAMES.get(axis);
    }
}
