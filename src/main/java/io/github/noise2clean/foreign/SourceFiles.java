package io.github.noise2clean.foreign;

import io.github.noise2clean.model.ZipFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** The files of a package, in a folder or a zip, read with limits; nothing is ever unpacked. */
sealed interface SourceFiles extends Closeable permits PackageFolder, PackageZip, PackageInMemory {

    /** What the description may be called. */
    List<String> DESCRIPTIONS = List.of("rdf.yaml", "bioimageio.yaml");

    /**
     * @throws IOException with the reason, if it is neither
     */
    static SourceFiles open(Path path) throws IOException {
        return Files.isDirectory(path)
                ? new PackageFolder(path)
                : new PackageZip(ZipFiles.open(path));
    }

    boolean has(String name);

    /**
     * @throws ZipException with the reason, if there are files that no package has
     */
    default void requireHarmless() throws ZipException {}

    /**
     * @throws ZipException with the reason, if the file is missing, outside, damaged or has more
     *     than {@code limit} bytes
     */
    byte[] read(String name, long limit) throws IOException;

    /** The name of the description. */
    default String description() throws ZipException {
        return DESCRIPTIONS.stream()
                .filter(this::has)
                .findFirst()
                .orElseThrow(() -> new ZipException("it holds no rdf.yaml or bioimageio.yaml"));
    }

    static byte[] readAll(InputStream bytes, String name, long limit) throws IOException {
        byte[] content = bytes.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (content.length > limit) throw new ZipException("the file " + name + " is too large");
        return content;
    }

    /**
     * @throws ZipException if the name does not stay within a folder on every system
     */
    static void requirePlain(String name) throws ZipException {
        boolean plain =
                !name.isEmpty()
                        && !name.startsWith("/")
                        && name.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
                        && !List.of(name.split("/", -1)).contains("..");
        if (!plain) throw new ZipException("the file name '" + name + "' leads out of the package");
    }
}
