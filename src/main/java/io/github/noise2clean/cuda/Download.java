package io.github.noise2clean.cuda;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file on its way into a folder: what has arrived of the gzip file is kept beside it and gone
 * on with; the library itself appears whole or not at all.
 */
record Download(PublishedFile file, Path folder) {

    private static final int BUFFER = 1 << 16;

    /** Libraries with many zeros shrink to a tenth, a bomb to a thousandth. */
    private static final long MOST_TIMES_LARGER = 20;

    /** How many bytes need not be downloaded any more. */
    long received() {
        long there = Files.exists(whole()) ? file.size() : size(packed());
        return there > file.size() ? 0 : there;
    }

    /**
     * Does what remains to be done.
     *
     * @throws IOException with a sentence, if it does not arrive, or not as it should
     */
    void run(FetchProgress progress) throws IOException {
        progress.received(received());
        if (Files.exists(whole())) return;
        if (received() == 0) Files.deleteIfExists(packed());
        if (received() < file.size()) receive(progress);
        if (received() < file.size())
            throw new IOException(
                    "The connection broke within %s: fetch again to go on from there."
                            .formatted(file.name()));
        unpack(progress);
    }

    private void receive(FetchProgress progress) throws IOException {
        long there = received();
        HttpURLConnection request = Web.request(file.packed());
        if (there > 0) request.setRequestProperty("Range", "bytes=" + there + "-");
        if (goesOn(request, there)) append(request, progress, StandardOpenOption.APPEND);
        else {
            Web.requireOk(request);
            progress.received(-there);
            append(request, progress, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    /** A server may send all of it again. */
    private static boolean goesOn(HttpURLConnection request, long there) throws IOException {
        String range = String.valueOf(request.getHeaderField("Content-Range"));
        return request.getResponseCode() == HttpURLConnection.HTTP_PARTIAL
                && range.startsWith("bytes " + there + "-");
    }

    private void append(HttpURLConnection request, FetchProgress progress, OpenOption where)
            throws IOException {
        try (InputStream in = request.getInputStream();
                OutputStream out =
                        Files.newOutputStream(packed(), StandardOpenOption.CREATE, where)) {
            copy(in, out, file.size() - size(packed()), progress::received);
        }
    }

    private void unpack(FetchProgress progress) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed()), BUFFER);
                OutputStream out = Files.newOutputStream(unpacked())) {
            copy(in, out, MOST_TIMES_LARGER * file.size(), bytes -> progress.checkStopped());
        } catch (ZipException | EOFException e) {
            Files.delete(packed());
            throw new IOException(file.name() + " arrived damaged: fetch again.", e);
        }
        Files.move(unpacked(), whole(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(packed());
    }

    /** Is told how many bytes were copied, and may throw to end it. */
    private interface Meter {
        void copied(long bytes);
    }

    private void copy(InputStream in, OutputStream out, long most, Meter meter) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) throw new IOException(file.name() + " is larger than it can be.");
            out.write(buffer, 0, n);
            meter.copied(n);
        }
    }

    private Path whole() {
        return folder.resolve(file.name());
    }

    private Path packed() {
        return folder.resolve(file.name() + ".gz.part");
    }

    /** Not the name of a library: DJL loads every one that is in the folder. */
    private Path unpacked() {
        return folder.resolve(file.name() + ".part");
    }

    /** 0 where there is none. */
    private static long size(Path file) {
        return file.toFile().length();
    }
}
