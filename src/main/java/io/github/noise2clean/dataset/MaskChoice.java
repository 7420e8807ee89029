package io.github.noise2clean.dataset;

import io.github.noise2clean.dataset.BlindSpot.Line;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseCorrelation;
import java.util.List;
import java.util.Optional;

/**
 * Along which axis neighbours are hidden together in noisy images.
 *
 * @param warning a sentence for the user, where the noise is correlated or nothing is known of it
 */
record MaskChoice(Line line, Optional<String> warning) {

    /**
     * @param wanted absent for the one that suits the noise of the images
     */
    static MaskChoice of(List<PlaneStack> images, Optional<Line> wanted) {
        NoiseCorrelation noise = noise(images);
        Line found = noise.maskAxis().map(MaskChoice::along).orElse(Line.NONE);
        Line line = wanted.orElse(found);
        if (line != found)
            return new MaskChoice(
                    line,
                    found == Line.NONE
                            ? Optional.empty()
                            : Optional.of(
                                    noise.sentence()
                                            + " It is not used, since the mask %s is asked for."
                                                    .formatted(line)));
        boolean unremarkable = found == Line.NONE && noise.patches() > 0;
        return new MaskChoice(
                line, unremarkable ? Optional.empty() : Optional.of(noise.sentence()));
    }

    static NoiseCorrelation noise(List<PlaneStack> images) {
        return NoiseCorrelation.of(
                images.stream().flatMap(image -> image.view().planes().stream()).toList());
    }

    private static Line along(Axis axis) {
        return axis == Axis.X ? Line.X : Line.Y;
    }
}
