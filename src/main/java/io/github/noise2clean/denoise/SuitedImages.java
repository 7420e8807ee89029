package io.github.noise2clean.denoise;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.DenoisingModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which images a model can denoise: those with the axes, channels and size that it needs. */
record SuitedImages(DenoisingModel model) {

    private static final int COLOURS = 3;

    /**
     * @throws IllegalArgumentException with a sentence that says what the model needs
     */
    void require(AxisImage image) {
        refusal(image)
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
    }

    /** What {@link #require} throws, if it does. */
    Optional<IllegalArgumentException> refusal(AxisImage image) {
        return Stream.of(
                        slicesMissing(image),
                        planesMissing(image),
                        channelsMissing(image.size(Axis.CHANNEL)),
                        sizeMissing(size(image)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> Refusal.of(model, reason));
    }

    /** The size of what the network is given at once, x first. */
    long[] size(AxisImage image) {
        return List.of(Axis.X, Axis.Y, Axis.Z).subList(0, model.dimensions()).stream()
                .mapToLong(image::size)
                .toArray();
    }

    /** How many the network makes of what it is given at once. */
    long valuesMade(AxisImage image) {
        return Arrays.stream(size(image)).reduce(model.outputChannels(), Math::multiplyExact);
    }

    private Optional<String> slicesMissing(AxisImage image) {
        if (model.dimensions() == 2 || image.size(Axis.Z) > 1) return Optional.empty();
        long frames = image.size(Axis.TIME);
        return Optional.of(
                frames > 1
                        ? "denoises volumes of several slices (z), and this image has %d frames (t): if these are slices, choose the axes z"
                                .formatted(frames)
                        : "denoises volumes: give it an image of several slices (z)");
    }

    private Optional<String> planesMissing(AxisImage image) {
        return model.context()
                .filter(planes -> image.size(planes.along()) < planes.planes())
                .map(planes -> planesMissing(planes, image));
    }

    private static String planesMissing(PlaneContext planes, AxisImage image) {
        return "is shown %s: give it a stack of %d or more, and this one has %d along %s%s"
                .formatted(
                        planes.sentence(),
                        planes.planes(),
                        image.size(planes.along()),
                        planes.axis(),
                        hint(planes, image));
    }

    /** For a stack whose axes may be confused. */
    private static String hint(PlaneContext planes, AxisImage image) {
        Axis other = planes.along() == Axis.Z ? Axis.TIME : Axis.Z;
        boolean confused = image.size(planes.along()) == 1 && image.size(other) > 1;
        return confused ? "; if its other axis is that, choose the axes " + planes.axis() : "";
    }

    /** A network for one channel denoises each by itself. */
    private Optional<String> channelsMissing(long channels) {
        int wanted = model.outputChannels();
        if (wanted == 1 || wanted == channels) return Optional.empty();
        return Optional.of(
                "takes images of %d channels%s, and this one has %d"
                        .formatted(wanted, wanted == COLOURS ? ", such as RGB" : "", channels));
    }

    private Optional<String> sizeMissing(long[] size) {
        return model.onlySize()
                .map(SuitedImages::fastestFirst)
                .filter(wanted -> !Arrays.equals(size, wanted))
                .map(
                        wanted ->
                                "works on images of "
                                        + text(wanted)
                                        + " pixels only, and this one has "
                                        + text(size)
                                        + ": use a fully convolutional network, such as"
                                        + " resblock-ae, for other sizes");
    }

    private static long[] fastestFirst(List<Integer> size) {
        int last = size.size() - 1;
        return IntStream.rangeClosed(0, last).mapToLong(d -> size.get(last - d)).toArray();
    }

    private static String text(long[] size) {
        return Arrays.stream(size).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
