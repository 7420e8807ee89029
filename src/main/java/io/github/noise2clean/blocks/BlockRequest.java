package io.github.noise2clean.blocks;

import io.github.noise2clean.denoise.DenoisingSettings;
import java.util.List;

/**
 * What a user asks for.
 *
 * @param model its name or file, the same for all processes
 * @param block wanted pixels along x and y, or x, y and z; none for the usual ones
 * @param resume whether an output that was begun may be finished
 */
public record BlockRequest(
        Places places,
        String model,
        List<Integer> block,
        DenoisingSettings settings,
        boolean resume) {

    /**
     * @throws IllegalArgumentException with a sentence for the user, if there can be no such block
     */
    public BlockRequest {
        block = List.copyOf(block);
        boolean counted = block.isEmpty() || block.size() == 2 || block.size() == 3;
        if (!counted || block.stream().anyMatch(pixels -> pixels < 1))
            throw new IllegalArgumentException(
                    "A block has at least 1 pixel along x and y, or x, y and z, such as"
                            + " 512,512,64.");
    }
}
