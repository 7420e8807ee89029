package io.github.noise2clean.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with an image in it.
 *
 * @param path of the image itself, which may be one level below the folder that a user names
 */
record ImageFolder(Path path, Section attributes) {

    static final String ATTRIBUTES = ".zattrs";
    private static final String CONVERTED = "bioformats2raw.layout";

    /**
     * @throws IOException with a sentence that tells what is there instead, or which to name
     */
    static ImageFolder find(Path folder) throws IOException {
        requireGroup(folder);
        Section attributes = JsonFile.read(folder.resolve(ATTRIBUTES));
        if (!attributes.sections(Multiscale.KEY).isEmpty())
            return new ImageFolder(folder, attributes);
        if (attributes.has(CONVERTED)) return onlyOneBelow(folder);
        if (attributes.has("plate") || attributes.has("well"))
            throw new IOException(
                    "The folder %s is a plate of many images: name one of those in it."
                            .formatted(folder));
        throw none(folder);
    }

    private static ImageFolder onlyOneBelow(Path folder) throws IOException {
        Path first = folder.resolve("0");
        if (!hasAttributes(first)) throw none(folder);
        if (hasAttributes(folder.resolve("1")))
            throw new IOException(
                    "The folder %s holds several images: name one of them, such as %s."
                            .formatted(folder, first));
        Section attributes = JsonFile.read(first.resolve(ATTRIBUTES));
        if (attributes.sections(Multiscale.KEY).isEmpty()) throw none(first);
        return new ImageFolder(first, attributes);
    }

    private static void requireGroup(Path folder) throws IOException {
        if (hasAttributes(folder)) return;
        if (Files.isRegularFile(folder.resolve("zarr.json")))
            throw new IOException(
                    "The image %s is of version 0.5 of OME-Zarr, which cannot be read yet: convert it to version 0.4."
                            .formatted(folder));
        throw none(folder);
    }

    private static boolean hasAttributes(Path folder) {
        return Files.isRegularFile(folder.resolve(ATTRIBUTES));
    }

    private static IOException none(Path folder) {
        return new IOException("The folder " + folder + " holds no OME-Zarr image.");
    }
}
