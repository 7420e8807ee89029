package io.github.noise2clean.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that holds the files of a package. */
record PackageZip(ZipFile zip) implements SourceFiles {

    private static final int MOST_ENTRIES = 1000;
    private static final long MOST_BYTES = 4L << 30;

    /** Files below may be as empty as they like. */
    private static final long SMALL = 16L << 20;

    /** Weights and pictures become a few times as large. */
    private static final long HIGHEST_RATIO = 200;

    @Override
    public boolean has(String name) {
        ZipEntry entry = zip.getEntry(name);
        return entry != null && !entry.isDirectory();
    }

    @Override
    public void requireHarmless() throws ZipException {
        if (zip.size() > MOST_ENTRIES)
            throw new ZipException("it holds " + zip.size() + " files: too many for a model");
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry :
                (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            SourceFiles.requirePlain(entry.getName());
            if (!names.add(entry.getName()))
                throw new ZipException("it holds the file " + entry.getName() + " twice");
            requireLikelySize(entry);
            bytes += entry.getSize();
        }
        if (bytes > MOST_BYTES) throw new ZipException("its files have more than 4 GiB");
    }

    @Override
    public byte[] read(String name, long limit) throws IOException {
        SourceFiles.requirePlain(name);
        if (!has(name)) throw new ZipException("it lacks the file " + name);
        ZipEntry entry = zip.getEntry(name);
        CRC32 checksum = new CRC32();
        try (InputStream bytes = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            // What an entry says of its size may be wrong: no more than that is ever read.
            byte[] content = SourceFiles.readAll(bytes, name, Math.min(limit, entry.getSize()));
            if (content.length != entry.getSize() || checksum.getValue() != entry.getCrc())
                throw new ZipException("the file " + name + " is damaged");
            return content;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void requireLikelySize(ZipEntry entry) throws ZipException {
        if (entry.getSize() > SMALL
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > HIGHEST_RATIO)
            throw new ZipException(
                    "the file " + entry.getName() + " would grow to more than 200 times its size");
    }
}
