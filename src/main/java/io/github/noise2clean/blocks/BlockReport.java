package io.github.noise2clean.blocks;

import java.io.Serializable;
import java.util.List;

/**
 * What a process tells of a block that it has denoised.
 *
 * @param pixels of the block
 * @param notes what the user must know
 */
public record BlockReport(long pixels, List<String> notes) implements Serializable {

    public BlockReport {
        notes = List.copyOf(notes);
    }
}
