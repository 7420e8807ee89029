package io.github.noise2clean.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaFolderTest {

    private static final CudaNatives LINUX = new CudaNatives("linux-x86_64");
    private static final Function<String, Optional<String>> NOTHING = name -> Optional.empty();

    @TempDir private Path path;
    private CudaFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new CudaFolder(path, LINUX);
        Files.write(path.resolve("libtorch.so"), new byte[10]);
        Files.write(path.resolve("libc10_cuda.so"), new byte[20]);
        folder.complete(List.of(file("libtorch.so"), file("libc10_cuda.so")));
    }

    @Test
    void djlIsToldOfACompleteFolderAndItsFlavor() {
        assertEquals(
                Map.of("PYTORCH_LIBRARY_PATH", path.toString(), "PYTORCH_FLAVOR", "cu128"),
                folder.settings(NOTHING));
    }

    @Test
    void whatTheUserHasToldDjlStands() {
        for (String setting :
                List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_FLAVOR", "PYTORCH_VERSION")) {
            Function<String, Optional<String>> told =
                    name -> Optional.of("own").filter(own -> name.equals(setting));
            assertEquals(Map.of(), folder.settings(told));
            assertTrue(folder.isOverruled(told));
        }
    }

    @Test
    void whatThisProgramHasToldDjlDoesNotOverruleIt() {
        Map<String, String> settings = folder.settings(NOTHING);
        assertFalse(folder.isOverruled(name -> Optional.ofNullable(settings.get(name))));
    }

    @Test
    void aFolderIsIncompleteWithoutItsListOrAnyOfItsFilesInItsSize() throws IOException {
        Files.write(path.resolve("libc10_cuda.so"), new byte[19]);
        assertFalse(folder.isComplete());
        Files.write(path.resolve("libc10_cuda.so"), new byte[20]);
        assertTrue(folder.isComplete());
        Files.delete(path.resolve("libtorch.so"));
        assertFalse(folder.isComplete());
        Files.write(path.resolve("libtorch.so"), new byte[10]);
        Files.write(path.resolve("complete.txt"), List.of("gibberish"));
        assertFalse(folder.isComplete());
        Files.delete(path.resolve("complete.txt"));
        assertFalse(folder.isComplete());
        assertEquals(Map.of(), folder.settings(NOTHING));
    }

    @Test
    void theUsersOwnLiesInTheHomeFolderByVersionFlavorAndSystem() {
        assertTrue(
                CudaFolder.ofUser(LINUX)
                        .path()
                        .endsWith(".noise2clean/natives/2.7.1-cu128-linux-x86_64"));
    }

    private static PublishedFile file(String name) {
        return new PublishedFile(name, URI.create("https://127.0.0.1/"), 1);
    }
}
