package io.github.noise2clean.image;

import java.io.IOException;
import java.util.List;

/** Reads planes from where they are kept, or makes them; each reader is equal to itself only. */
public interface PlaneReader {

    /** Neighbouring planes, as arrays of byte, short, float or int (RGB). */
    record Group(int first, List<Object> planes) {}

    /**
     * The plane of an index, with those that come along without more work.
     *
     * @throws IOException with a sentence that names the file
     */
    Group read(int index) throws IOException;
}
