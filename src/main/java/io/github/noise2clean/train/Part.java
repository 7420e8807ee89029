package io.github.noise2clean.train;

import io.github.noise2clean.dataset.Batch;
import java.util.List;

/**
 * Patches of a batch that the network is shown at once, and what they are of the whole.
 *
 * @param ofValues their share of the values that count, from 0 to 1
 * @param ofPatches likewise
 */
record Part(Batch batch, double ofValues, double ofPatches) {

    /** A batch in parts of at most so many patches. */
    static List<Part> of(Batch whole, int patches) {
        double values = whole.countedValues();
        return whole.parts(patches).stream()
                .map(
                        part ->
                                new Part(
                                        part,
                                        part.countedValues() / values,
                                        (double) part.patches() / whole.patches()))
                .toList();
    }
}
