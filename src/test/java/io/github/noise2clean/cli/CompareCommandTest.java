package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir private Path folder;

    @Test
    void printsALinePerVersionAndDrawsThemSideBySide() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path clean = files.image("clean.tif", 40, 30);
        Path noisy = files.image("noisy.tif", 40, 30);
        List<String> lines =
                Run.of(
                                "compare",
                                "--clean",
                                clean,
                                "--noisy",
                                noisy,
                                "--denoised",
                                clean,
                                "--output",
                                folder.resolve("report"))
                        .lines();
        assertEquals(4, lines.size());
        assertEquals("Noise2Clean                PSNR Infinity  SSIM 1.0000", lines.get(3));
        ImagePlus montage = IJ.openImage(folder.resolve("report/montage.png").toString());
        assertTrue(montage.getWidth() >= 5 * 40, "width " + montage.getWidth());
    }

    @Test
    void imagesOfDifferentSizesAreRefused() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path clean = files.image("clean.tif", 40, 30);
        Path other = files.image("other.tif", 40, 31);
        Run.mistake(
                "size",
                "compare",
                "--clean",
                clean,
                "--noisy",
                other,
                "--denoised",
                clean,
                "--output",
                folder);
    }
}
