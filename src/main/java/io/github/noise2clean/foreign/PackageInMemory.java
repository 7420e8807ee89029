package io.github.noise2clean.foreign;

import java.util.Map;
import java.util.zip.ZipException;

/** The files of a package that was made here. */
record PackageInMemory(Map<String, byte[]> files) implements SourceFiles {

    @Override
    public boolean has(String name) {
        return files.containsKey(name);
    }

    @Override
    public byte[] read(String name, long limit) throws ZipException {
        if (!has(name)) throw new ZipException("it lacks the file " + name);
        return files.get(name);
    }

    @Override
    public void close() {}
}
