package io.github.noise2clean.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A folder that holds the files of a package. */
record PackageFolder(Path folder) implements SourceFiles {

    @Override
    public boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** A link may lead anywhere, but not out of the folder. */
    @Override
    public byte[] read(String name, long limit) throws IOException {
        SourceFiles.requirePlain(name);
        if (!has(name)) throw new ZipException("it lacks the file " + name);
        Path file = folder.resolve(name).toRealPath();
        if (!file.startsWith(folder.toRealPath()))
            throw new ZipException("the file " + name + " is a link that leads out of the folder");
        try (InputStream bytes = Files.newInputStream(file)) {
            return SourceFiles.readAll(bytes, name, limit);
        }
    }

    @Override
    public void close() {}
}
