package io.github.noise2clean.blocks;

import java.io.Serializable;
import java.util.List;

/**
 * What a process tells of a block that it has denoised.
 *
 * @param pixels of the block
 * @param seconds that it took, reading and writing too
 * @param worker the process, by its number and machine
 * @param notes what the user must know
 */
public record BlockReport(long pixels, double seconds, String worker, List<String> notes)
        implements Serializable {

    public BlockReport {
        notes = List.copyOf(notes);
    }
}
