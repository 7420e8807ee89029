package io.github.noise2clean.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file's bytes from first to last, inflated where its first two bytes are those of a gzip. */
record FileContents(Path file) {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int[] GZIP = {0x1f, 0x8b};

    /** More than one byte of a gzip ever becomes. */
    private static final long BEST_DEFLATION = 1032;

    /** What is made of the bytes. */
    interface Reading<T> {
        T from(InputStream bytes) throws IOException;
    }

    /**
     * Reads the bytes in order.
     *
     * @throws IOException with a sentence that names the file, when it is a damaged gzip
     */
    <T> T read(Reading<T> reading) throws IOException {
        try (InputStream stored =
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                InputStream bytes =
                        isGzip(stored) ? new GZIPInputStream(stored, BUFFER_BYTES) : stored) {
            return reading.from(bytes);
        } catch (ZipException | EOFException e) {
            throw new IOException("The gzip file " + file + " is damaged or cut off.", e);
        }
    }

    /** The first bytes; fewer where there are not {@code count}. */
    byte[] first(int count) throws IOException {
        return read(bytes -> bytes.readNBytes(count));
    }

    /** No file of this size holds more bytes, inflated or not. */
    long mostBytes() throws IOException {
        try (InputStream stored = new BufferedInputStream(Files.newInputStream(file))) {
            return Files.size(file) * (isGzip(stored) ? BEST_DEFLATION : 1);
        }
    }

    private static boolean isGzip(InputStream stored) throws IOException {
        stored.mark(GZIP.length);
        boolean gzip = stored.read() == GZIP[0] && stored.read() == GZIP[1];
        stored.reset();
        return gzip;
    }
}
