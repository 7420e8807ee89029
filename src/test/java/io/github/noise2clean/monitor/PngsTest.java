package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngsTest {

    @Test
    void writtenPictureReadsBackWithItsPixels(@TempDir Path folder) throws IOException {
        var picture = new ByteProcessor(3, 2);
        picture.set(2, 1, 200);
        Path file = folder.resolve("new/picture.png");

        Pngs.write(picture, file);

        var read = ImageIO.read(file.toFile());
        assertEquals(3, read.getWidth());
        assertEquals(200, read.getRaster().getSample(2, 1, 0));
    }

    @Test
    void fileInPlaceOfTheFolderIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThrows(
                IOException.class,
                () -> Pngs.write(new ByteProcessor(1, 1), file.resolve("picture.png")));
    }
}
