package io.github.noise2clean.zarr;

import java.nio.ByteOrder;

/**
 * How the values of an array become files.
 *
 * @param fill the value of pixels whose chunk is missing
 * @param separator between the numbers that name a chunk: a dot or a slash
 */
public record Storage(ByteOrder order, Compression compression, double fill, String separator) {

    public Storage {
        if (!separator.equals(".") && !separator.equals("/"))
            throw new IllegalArgumentException("separator '" + separator + "'");
    }

    /** Little-endian, with chunks in folders of their own, and 0 where one is missing. */
    public static Storage of(Compression compression) {
        return new Storage(ByteOrder.LITTLE_ENDIAN, compression, 0, "/");
    }

    /** The same for an array that is written: in a compression that can be, and filled with 0. */
    Storage forOutput() {
        return new Storage(order, compression.writable(), 0, separator);
    }
}
