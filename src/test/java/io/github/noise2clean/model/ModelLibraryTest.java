package io.github.noise2clean.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {

    @TempDir Path folder;
    private Path models;

    @BeforeEach
    void makeFolder() throws IOException {
        models = Files.createDirectories(folder.resolve("noise2clean/models"));
        Files.writeString(
                models.resolve("index.txt"),
                "digits: for digits: of all kinds\n\nbroken: is not\n");
        ModelFile.write(TestModels.small(), models.resolve("digits.zip"));
        Files.writeString(models.resolve("broken.zip"), "no zip");
    }

    @Test
    void namesAndDescriptionsAreThoseOfTheIndex() throws IOException {
        ModelLibrary library = library();
        assertEquals(List.of("digits", "broken"), library.names());
        assertEquals("for digits: of all kinds", library.descriptions().get("digits"));
    }

    @Test
    void aNameOpensItsModel() throws IOException {
        assertEquals(TestModels.card(), library().open(" digits ").card());
    }

    @Test
    void whatIsBundledIsDocumented() throws IOException {
        for (String name : ModelLibrary.BUNDLED.names()) {
            String text = ModelLibrary.BUNDLED.documentation(name).orElseThrow();
            assertEquals("# " + name, text.lines().findFirst().orElseThrow());
            for (String part : List.of("## Data", "## Figures", "## Limits", "## Licence"))
                assertTrue(text.contains("\n" + part + "\n"), name + " lacks " + part);
        }
    }

    @Test
    void aFileHasNoDocumentationOfTheLibrary() throws IOException {
        assertEquals(Optional.empty(), library().documentation("own.zip"));
    }

    @Test
    void aPathOpensItsFile() throws IOException {
        Path file = folder.resolve("own.zip");
        ModelFile.write(TestModels.small(), file);
        assertEquals(TestModels.card(), library().open(file.toString()).card());
    }

    @Test
    void whatIsNeitherANameNorAFileIsAnsweredWithTheNames() {
        IOException refusal = assertThrows(IOException.class, () -> library().open("digit"));
        assertEquals(
                "There is no model digit: give a model file, or one of the names digits, broken.",
                refusal.getMessage());
    }

    @Test
    void aBundledModelIsCheckedLikeAFile() {
        IOException refusal = assertThrows(IOException.class, () -> library().open("broken"));
        assertEquals(
                "broken is not a Noise2Clean model: it is no zip file, or not the whole of one.",
                refusal.getMessage());
    }

    @Test
    void aStreamOfMoreThanAModelIsRefused() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        return length;
                    }
                };
        IOException refusal =
                assertThrows(IOException.class, () -> ModelFile.read(endless, "endless"));
        assertEquals("endless is not a Noise2Clean model: it is too large.", refusal.getMessage());
    }

    @Test
    void aStreamIsReadAsItWasWritten() throws IOException {
        byte[] whole = Files.readAllBytes(models.resolve("digits.zip"));
        assertEquals(
                TestModels.card(),
                ModelFile.read(new ByteArrayInputStream(whole), "digits").card());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThrows(
                ModelFormatException.class,
                () -> ModelFile.read(new ByteArrayInputStream(half), "digits"));
    }

    private ModelLibrary library() throws IOException {
        URL[] roots = {folder.toUri().toURL()};
        return new ModelLibrary(new URLClassLoader(roots, null));
    }
}
