package io.github.noise2clean.exchange;

import java.util.List;
import java.util.Map;

/**
 * A step of processing that programs of bioimage.io know.
 *
 * @param id its name there
 * @param numbers its arguments
 * @param axes over which it finds what it needs in an image; none if it needs nothing
 */
record Step(String id, Map<String, Double> numbers, List<String> axes) {

    Step {
        axes = List.copyOf(axes);
    }
}
