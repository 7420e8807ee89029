package io.github.noise2clean.cuda;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** Fetches natives into a folder; what has arrived before an interruption is gone on with. */
record CudaFetch(Publisher publisher, CudaFolder folder, NvidiaDriver driver) {

    /**
     * CUDA 12.4's natives unpack to 1.7 times their size, and the packed ones need room as well.
     */
    private static final double ROOM = 2.5;

    private static final double GIGABYTE = 1e9;

    /**
     * @throws IllegalArgumentException with a sentence, if there are none for this machine, or they
     *     would not be used
     */
    static CudaFetch forThisMachine() {
        CudaFolder folder =
                CudaFolder.ofUser()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "PyTorch for CUDA is there for Linux and Windows on"
                                                        + " x86_64 only: compute on the CPU, or on a"
                                                        + " Mac with the device mps."));
        requireUsed(folder, CudaFolder::told);
        return new CudaFetch(Publisher.DJL, folder, NvidiaDriver.found());
    }

    static void requireUsed(CudaFolder folder, Function<String, Optional<String>> told) {
        if (folder.isOverruled(told))
            throw new IllegalArgumentException(
                    "PYTORCH_LIBRARY_PATH, PYTORCH_FLAVOR or PYTORCH_VERSION is set, so that fetched"
                            + " natives would not be used: unset it first.");
    }

    /** How much there is to fetch, and whether the driver would take it, without fetching it. */
    String size() throws IOException {
        if (folder.isComplete()) return isThere();
        return sentence(files()) + " " + driver.text() + " Nothing was downloaded.";
    }

    /** Fetches what is missing, and says how to use it and how to get rid of it. */
    String fetch(FetchListener listener) throws IOException {
        if (folder.isComplete()) return isThere();
        driver.obstacle()
                .ifPresent(
                        obstacle -> {
                            throw new IllegalArgumentException(obstacle);
                        });
        List<PublishedFile> files = files();
        listener.begun(sentence(files));
        try {
            Files.createDirectories(folder.path());
            requireRoom(total(files) - received(files));
            FetchProgress progress = new FetchProgress(listener, total(files));
            for (PublishedFile file : files) download(file).run(progress);
        } catch (UnknownHostException | SocketException | SocketTimeoutException | SSLException e) {
            throw unreachable(e);
        }
        folder.complete(files);
        return isThere();
    }

    private List<PublishedFile> files() throws IOException {
        try {
            return publisher.files(folder.natives());
        } catch (UnknownHostException | SocketException | SocketTimeoutException | SSLException e) {
            throw unreachable(e);
        }
    }

    private String isThere() {
        return "PyTorch's natives for CUDA 12.8 are in %s and are used from the next start on. %s"
                .formatted(folder.path(), folder.wayBack());
    }

    private String sentence(List<PublishedFile> files) {
        return "PyTorch's natives for CUDA 12.8 are %d files of %s, of which %s are here, from %s; unpacked they go to %s."
                .formatted(
                        files.size(),
                        gigabytes(total(files)),
                        gigabytes(received(files)),
                        publisher.address().getHost(),
                        folder.path());
    }

    private void requireRoom(long missing) throws IOException {
        long needed = Math.round(ROOM * missing);
        long free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < needed)
            throw new IOException(
                    "There are %s free in %s, and about %s are needed: make room first."
                            .formatted(gigabytes(free), folder.path(), gigabytes(needed)));
    }

    private IOException unreachable(IOException e) {
        return new IOException(
                "%s cannot be reached (%s): connect to the internet and fetch again; what has arrived is kept."
                        .formatted(publisher.address().getHost(), e),
                e);
    }

    private Download download(PublishedFile file) {
        return new Download(file, folder.path());
    }

    private long received(List<PublishedFile> files) {
        return files.stream().mapToLong(file -> download(file).received()).sum();
    }

    private static long total(List<PublishedFile> files) {
        return files.stream().mapToLong(PublishedFile::size).sum();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }
}
