package io.github.noise2clean.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Zip files that hold models, which anybody may have written. */
public final class ZipFiles {

    private ZipFiles() {}

    /**
     * @throws ZipException with the reason, if it is none, or a symbolic link is in it
     */
    public static ZipFile open(Path file) throws IOException {
        ZipFile zip = zip(file);
        try {
            new ZipDirectory(file).requireNoLinks(zip.size());
            return zip;
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new ZipException("it is no zip file, or not the whole of one");
        }
    }
}
