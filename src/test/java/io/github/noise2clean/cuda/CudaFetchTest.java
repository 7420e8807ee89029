package io.github.noise2clean.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small made-up files from a server within this machine. */
class CudaFetchTest {

    private static final NvidiaDriver DRIVER =
            new NvidiaDriver(true, List.of(new NvidiaGpu("RTX 4000", "550.54.14", "8.9")));

    private static final int SIZE = 300_000;
    private static final String TORCH = "cu128/linux-x86_64/native/lib/libtorch.so.gz";
    private static final String CUDART = "libcudart-8774224f.so.12";

    @TempDir private Path home;
    private PublishingServer server;
    private CudaFolder folder;

    @BeforeEach
    void publish() throws IOException {
        server = new PublishingServer().library("libtorch.so", SIZE).library(CUDART, 5000);
        server.packed("cpu/linux-x86_64/native/lib/libtorch.so.gz", new byte[] {1});
        server.packed("cu128/win-x86_64/native/lib/torch.dll.gz", new byte[] {1});
        CudaNatives natives = new CudaNatives("linux-x86_64");
        folder = new CudaFolder(home.resolve("natives").resolve(natives.name()), natives);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theFilesOfThisSystemArriveWholeAndTheFolderIsUsedFromThenOn() throws IOException {
        assertFalse(folder.isComplete());
        String told = fetch().fetch(FetchListener.NONE);
        assertEquals(List.of("complete.txt", CUDART, "libtorch.so"), names());
        assertContent("libtorch.so", SIZE);
        assertContent(CUDART, 5000);
        assertTrue(folder.isComplete());
        assertTrue(told.contains("delete the folder " + folder.path()), told);
        assertTrue(server.requests().stream().noneMatch(request -> request.contains("win-")));
    }

    @Test
    void whatIsThereAlreadyIsNotAskedForAgain() throws IOException {
        fetch().fetch(FetchListener.NONE);
        int requests = server.requests().size();
        fetch().fetch(FetchListener.NONE);
        fetch().size();
        assertEquals(requests, server.requests().size());
    }

    @Test
    void aBrokenConnectionIsGoneOnWithWhereItBroke() throws IOException {
        server.cutAfter(100_000);
        for (int i = 0; i < 3; i++) {
            assertRefused(
                    "The connection broke within libtorch.so: fetch again to go on from there.");
            assertFalse(folder.isComplete());
        }
        fetch().fetch(FetchListener.NONE);
        assertContent("libtorch.so", SIZE);
        assertEquals(List.of("null", "bytes=100000-", "bytes=200000-", "bytes=300000-"), ranges());
    }

    @Test
    void aServerThatSendsAllAgainIsTakenAtItsWord() throws IOException {
        server.cutAfter(100_000);
        assertThrows(IOException.class, () -> fetch().fetch(FetchListener.NONE));
        server.ignoreRanges();
        server.cutAfter(Integer.MAX_VALUE);
        Told told = new Told(Long.MAX_VALUE);
        fetch().fetch(told);
        assertContent("libtorch.so", SIZE);
        assertEquals(told.total, told.done);
    }

    @Test
    void stoppingKeepsWhatHasArrived() throws IOException {
        Told told = new Told(100_000);
        assertThrows(CancellationException.class, () -> fetch().fetch(told));
        assertTrue(told.begun.get(0).contains(" 2 files of 0.0 GB, "), told.begun.get(0));
        assertEquals(List.of("libtorch.so.gz.part"), names());
        assertEquals(told.done, Files.size(folder.path().resolve("libtorch.so.gz.part")));
        fetch().fetch(FetchListener.NONE);
        assertEquals("bytes=" + told.done + "-", ranges().get(1));
        assertContent("libtorch.so", SIZE);
    }

    @Test
    void damageIsFoundAndFetchedAnew() throws IOException {
        byte[] whole = PublishingServer.gzip(PublishingServer.content("libtorch.so", SIZE));
        byte[] damaged = whole.clone();
        damaged[SIZE / 2]++;
        server.packed(TORCH, damaged);
        assertRefused("libtorch.so arrived damaged: fetch again.");
        assertFalse(names().contains("libtorch.so"));
        assertFalse(folder.isComplete());
        server.packed(TORCH, whole);
        fetch().fetch(FetchListener.NONE);
        assertContent("libtorch.so", SIZE);
    }

    @Test
    void aFileThatEndsEarlyIsDamaged() throws IOException {
        byte[] whole = PublishingServer.gzip(PublishingServer.content("libtorch.so", SIZE));
        server.packed(TORCH, Arrays.copyOf(whole, whole.length - 100));
        assertRefused("libtorch.so arrived damaged: fetch again.");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        server.packed(TORCH, PublishingServer.gzip(new byte[10_000_000]));
        assertRefused("libtorch.so is larger than it can be.");
        assertFalse(folder.isComplete());
    }

    @Test
    void withoutADriverNothingIsAsked() {
        CudaFetch fetch =
                new CudaFetch(server.publisher(), folder, new NvidiaDriver(false, List.of()));
        assertThrows(IllegalArgumentException.class, () -> fetch.fetch(FetchListener.NONE));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void theSizeIsToldWithoutDownloading() throws IOException {
        String told = fetch().size();
        assertTrue(told.contains("2 files of 0.0 GB, of which 0.0 GB are here, from 127.0.0.1;"));
        assertTrue(
                told.endsWith(
                        "RTX 4000, driver 550.54.14, compute capability 8.9. Nothing was downloaded."),
                told);
        assertTrue(server.requests().stream().skip(1).allMatch(r -> r.startsWith("HEAD ")));
        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void aPublisherThatDoesNotAnswerIsNamed() {
        server.close();
        assertTrue(
                assertThrows(IOException.class, () -> fetch().size())
                        .getMessage()
                        .startsWith("127.0.0.1 cannot be reached ("));
    }

    @Test
    void aSettingOfTheUserThatWouldOverruleTheNativesIsNamed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CudaFetch.requireUsed(folder, name -> Optional.of("/opt/libtorch")));
        CudaFetch.requireUsed(folder, name -> Optional.empty());
    }

    private CudaFetch fetch() {
        return new CudaFetch(server.publisher(), folder, DRIVER);
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(IOException.class, () -> fetch().fetch(FetchListener.NONE))
                        .getMessage());
    }

    private void assertContent(String name, int size) throws IOException {
        assertArrayEquals(
                PublishingServer.content(name, size),
                Files.readAllBytes(folder.path().resolve(name)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What was asked of PyTorch's library. */
    private List<String> ranges() {
        return server.requests().stream()
                .filter(request -> request.startsWith("GET " + TORCH))
                .map(request -> request.substring(("GET " + TORCH + " ").length()))
                .toList();
    }

    /** Keeps what it is told, and stops after so many bytes. */
    private static final class Told implements FetchListener {

        private final List<String> begun = new ArrayList<>();
        private final long most;
        private long done;
        private long total;

        Told(long most) {
            this.most = most;
        }

        @Override
        public void begun(String what) {
            begun.add(what);
        }

        @Override
        public void received(long done, long total) {
            this.done = done;
            this.total = total;
        }

        @Override
        public boolean isStopped() {
            return done >= most;
        }
    }
}
