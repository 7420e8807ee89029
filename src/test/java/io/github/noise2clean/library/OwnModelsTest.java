package io.github.noise2clean.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnModelsTest {

    @TempDir private Path home;

    @Test
    void aNewModelIsNamedLikeTheImageAndNumberedWhereThatIsTaken() throws IOException {
        Path folder = home.resolve("models");
        OwnModels models = new OwnModels(new ModelFolder(folder));
        assertEquals(folder.resolve("hela-cells-2.zip"), models.newFile("HeLa cells 2.tif"));
        Files.createFile(folder.resolve("golgi.zip"));
        Files.createFile(folder.resolve("golgi-2.zip"));
        assertEquals(folder.resolve("golgi-3.zip"), models.newFile("Golgi.lsm"));
        assertEquals(folder.resolve("model.zip"), models.newFile("細胞"));
    }
}
