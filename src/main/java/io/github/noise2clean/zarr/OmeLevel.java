package io.github.noise2clean.zarr;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * One of the resolutions of an image.
 *
 * @param path of its array, within the folder of the image
 */
record OmeLevel(String path, Placement placement) {

    /**
     * @throws IOException with a sentence, if it is damaged, or would lie outside of the image
     */
    static OmeLevel read(Section dataset, int dimensions) throws IOException {
        String path = dataset.text("path");
        if (Stream.of(path.split("/", -1)).anyMatch(OmeLevel::isUnsafe))
            throw dataset.wrong("path", "is no path within the image");
        return new OmeLevel(path, Placement.read(dataset, dimensions));
    }

    /** Names that lead elsewhere on some system, or to hidden files. */
    private static boolean isUnsafe(String name) {
        return name.startsWith(".") || !name.matches("[^\\\\:*?\"<>|\\p{Cntrl}]+");
    }
}
