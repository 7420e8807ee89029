package io.github.noise2clean.cuda;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A file that a publisher has.
 *
 * @param name that it gets here: of a library, without any folder
 * @param packed where it is, as a gzip file
 * @param size of the gzip file in bytes
 */
record PublishedFile(String name, URI packed, long size) {

    private static final Pattern LIBRARY =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*\\.(so(\\.[0-9]+)*|dll)");

    /** Far above the largest one of 1.1 GB. */
    private static final long LARGEST = 4_000_000_000L;

    PublishedFile {
        requireLibrary(name);
        if (size < 1 || size > LARGEST)
            throw new IllegalArgumentException(name + " has " + size + " bytes");
    }

    /**
     * @throws IllegalArgumentException if a file of that name is not to be had, wherever it lies
     */
    static void requireLibrary(String name) {
        if (!LIBRARY.matcher(name).matches())
            throw new IllegalArgumentException(name + " is no name of a library");
    }
}
