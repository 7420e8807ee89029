package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTest {

    @Test
    void aPathIsTakenAsItIs() throws IOException {
        assertEquals(Path.of("a", "b.zarr"), Location.of("a/b.zarr"));
    }

    @Test
    void aPathIsWrittenOutForOtherProcessesAndAUriIsNot() {
        assertEquals(Path.of("a").toAbsolutePath().toString(), Location.everywhere("a"));
        assertEquals("s3://bucket/a", Location.everywhere("s3://bucket/a"));
    }

    @Test
    void aUriOfAFileIsItsPath(@TempDir Path folder) throws IOException {
        Path image = folder.resolve("an image.zarr");
        assertEquals(image, Location.of(image.toUri().toString()));
    }

    @Test
    void aUriThatNoFileSystemKnowsIsRefused() {
        assertEquals(
                "Places of s3:// cannot be used: put a Java NIO file system for them on the class"
                        + " path.",
                refused("s3://bucket/image.zarr"));
    }

    @Test
    void whatIsNoUriIsRefused() {
        assertEquals(
                "The place file://a b is no URI: Illegal character in authority at index 7: file://a b.",
                refused("file://a b"));
    }

    private static String refused(String text) {
        return assertThrows(IOException.class, () -> Location.of(text)).getMessage();
    }
}
