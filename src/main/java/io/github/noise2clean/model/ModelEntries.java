package io.github.noise2clean.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a model's zip, read with a limit; nothing is ever unpacked. */
record ModelEntries(ZipFile zip) {

    /**
     * @throws ZipException if an entry is missing, there twice, or not one of {@code names}
     */
    void requireExactly(List<String> names) throws ZipException {
        Set<String> missing = new HashSet<>(names);
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator)
            if (!missing.remove(entry.getName()))
                throw new ZipException("it holds a foreign or second entry " + entry.getName());
        if (!missing.isEmpty()) throw new ZipException("it lacks the entry " + missing);
    }

    /**
     * @throws ZipException if the entry is missing, compressed, larger than {@code limit} bytes, or
     *     damaged
     */
    byte[] read(String name, long limit) throws IOException {
        ZipEntry entry =
                Optional.ofNullable(zip.getEntry(name))
                        .orElseThrow(() -> new ZipException("it lacks the entry " + name));
        // A compressed entry could grow to any size.
        if (entry.getMethod() != ZipEntry.STORED)
            throw new ZipException("the entry " + name + " is compressed");
        if (entry.getSize() > Math.min(limit, Integer.MAX_VALUE - 1))
            throw new ZipException("the entry " + name + " is too large");
        return content(entry);
    }

    private byte[] content(ZipEntry entry) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            byte[] content = in.readNBytes((int) entry.getSize() + 1);
            if (content.length != entry.getSize() || checksum.getValue() != entry.getCrc())
                throw new ZipException("the entry " + entry.getName() + " is damaged");
            return content;
        }
    }
}
