package io.github.noise2clean.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {

    private static final CudaNatives LINUX = new CudaNatives("linux-x86_64");
    private static final String FOLDER = "cu128/linux-x86_64/native/lib/";

    private PublishingServer server;

    @BeforeEach
    void open() throws IOException {
        server = new PublishingServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void namesAreDecodedAndSizesThoseOfThePackedFiles() throws IOException {
        server.library("libtorch.so", 10).packed(FOLDER + "libstdc%2B%2B.so.6.gz", new byte[77]);
        List<PublishedFile> files = server.publisher().files(LINUX);
        assertEquals("libstdc++.so.6", files.get(1).name());
        assertEquals(77, files.get(1).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../libevil.so.gz",
                "..%2F..%2Flibevil.so.gz",
                "%2Fetc%2Flibevil.so.gz",
                "sub/libevil.so.gz",
                "..%5Cevil.dll.gz",
                "C%3Aevil.dll.gz",
                ".hidden.so.gz",
                "-rf.so.gz",
                "run.sh.gz",
                "complete.txt.gz",
                "libtorch.so",
                "lib evil.so.gz",
                "%.so.gz"
            })
    void namesThatAreNotThoseOfLibrariesAreRefused(String name) throws IOException {
        server.library("libtorch.so", 10).packed(FOLDER + name, new byte[10]);
        String refusal =
                assertThrows(IOException.class, () -> server.publisher().files(LINUX)).getMessage();
        assertTrue(
                refusal.contains("lists '" + FOLDER + name + "', which is not fetched: "), refusal);
    }

    @Test
    void aListWithoutPyTorchIsRefused() throws IOException {
        server.library("libc10.so", 10);
        assertThrows(IOException.class, () -> server.publisher().files(LINUX));
        assertThrows(
                IOException.class, () -> server.publisher().files(new CudaNatives("win-x86_64")));
    }

    @Test
    void emptyFilesAreRefused() {
        server.packed(FOLDER + "libtorch.so.gz", new byte[0]);
        assertThrows(IOException.class, () -> server.publisher().files(LINUX));
    }

    @Test
    void othersThanThisMachineAreAskedByHttpsOnly() {
        for (String address : List.of("http://publish.djl.ai/pytorch/", "ftp://a/", "file:///a/"))
            assertThrows(IllegalArgumentException.class, () -> new Publisher(URI.create(address)));
    }
}
