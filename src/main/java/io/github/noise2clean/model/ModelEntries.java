package io.github.noise2clean.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a model's zip, read with a limit; nothing is ever unpacked. */
public record ModelEntries(ZipFile zip) {

    /**
     * The names of the entries.
     *
     * @throws ZipException if one of {@code required} is missing, or an entry is there twice or
     *     neither one of these nor of {@code further}
     */
    Set<String> names(Set<String> required, Set<String> further) throws ZipException {
        Set<String> found = new LinkedHashSet<>();
        for (String name : (Iterable<String>) zip.stream().map(ZipEntry::getName)::iterator)
            if (!found.add(name) || !required.contains(name) && !further.contains(name))
                throw new ZipException("it holds a foreign or second entry " + name);
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(found);
        if (!missing.isEmpty()) throw new ZipException("it lacks the entry " + missing);
        return found;
    }

    /**
     * @throws ZipException if the entry is missing, compressed, larger than {@code limit} bytes, or
     *     damaged
     */
    public byte[] read(String name, long limit) throws IOException {
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
