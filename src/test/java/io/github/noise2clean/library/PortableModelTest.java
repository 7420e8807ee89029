package io.github.noise2clean.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.model.DenoisingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortableModelTest {

    private static final Path BUNDLED = Path.of("src/main/resources/noise2clean/models");

    private final InstalledModels models = InstalledModels.found();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void copyModel() throws IOException {
        file = Files.copy(BUNDLED.resolve("fluorescence.zip"), folder.resolve("mine.zip"));
    }

    @Test
    void aBundledModelIsFoundByItsName() throws IOException {
        DenoisingModel opened = models.open("fluorescence");
        PortableModel portable = PortableModel.of(models, " fluorescence ", opened);
        assertEquals(Optional.empty(), portable.file());
        assertEquals(opened.sha256(), portable.open().sha256());
    }

    @Test
    void aFileIsFoundInItsPlace() throws IOException {
        PortableModel portable = mine();
        assertEquals(Optional.of(file.toAbsolutePath()), portable.file());
        assertEquals(portable.sha256(), portable.open().sha256());
    }

    @Test
    void aCopyIsFoundWhereTheProcessWorks() throws IOException {
        PortableModel portable = mine();
        Path elsewhere = Files.createDirectory(folder.resolve("work"));
        Files.move(file, elsewhere.resolve("mine.zip"));
        assertEquals(portable.sha256(), portable.open(elsewhere).sha256());
    }

    @Test
    void anotherModelInItsPlaceIsRefused() throws IOException {
        PortableModel portable = mine();
        Files.delete(file);
        Files.copy(BUNDLED.resolve("natural-grey.zip"), file);
        assertEquals(
                "The model " + file + " is not the one that was begun with.",
                assertThrows(IOException.class, portable::open).getMessage());
    }

    private PortableModel mine() throws IOException {
        String name = file.toString();
        return PortableModel.of(models, name, models.open(name));
    }
}
