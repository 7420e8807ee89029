package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceDistanceTest {

    @TempDir Path folder;

    @Test
    void aFileTellsWhatItsImageTells() throws IOException {
        for (String unit : new String[] {"micron", "pixel", "cm"}) {
            ImagePlus stack = IJ.createImage("stack", "8-bit", 8, 6, 3);
            stack.getCalibration().setUnit(unit);
            stack.getCalibration().pixelWidth = 0.25;
            stack.getCalibration().pixelHeight = 0.25;
            stack.getCalibration().pixelDepth = 0.8;
            Path file = folder.resolve(unit + ".tif");
            ImageFiles.save(stack, file);
            assertEquals(3.2, SliceDistance.of(stack), 1e-9);
            assertEquals(3.2, SliceDistance.of(file), 1e-3, unit);
        }
    }

    @Test
    void whatIsNotKnownIsOne() throws IOException {
        ImagePlus plain = IJ.createImage("plain", "8-bit", 8, 6, 1);
        assertEquals(1, SliceDistance.of(plain));
        ImageFiles.save(plain, folder.resolve("plain.png"));
        assertEquals(1, SliceDistance.of(folder.resolve("plain.png")));
        plain.getCalibration().pixelDepth = 0;
        assertEquals(1, SliceDistance.of(plain));
        plain.getCalibration().pixelDepth = Double.NaN;
        assertEquals(1, SliceDistance.of(plain));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file =
                Files.write(folder.resolve("cut.tif"), new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
        IOException refusal = assertThrows(IOException.class, () -> SliceDistance.of(file));
        assertEquals(true, refusal.getMessage().contains(file.toString()), refusal.getMessage());
    }
}
