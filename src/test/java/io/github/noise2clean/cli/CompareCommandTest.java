package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void ofFoldersTheMeansArePrintedAndEachImageIsDrawn() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        for (String name : List.of("a.tif", "b.tif")) {
            files.image("clean/" + name, 40, 30);
            files.image("noisy/x" + name, 40, 30);
        }
        Path dim = Files.createDirectory(folder.resolve("dim"));
        for (Path file : ImageFiles.list(folder.resolve("clean"))) {
            ImagePlus image = ImageFiles.open(file);
            image.setProcessor(image.getProcessor().convertToFloat());
            image.getProcessor().multiply(0.5);
            ImageFiles.save(image, dim.resolve(file.getFileName()));
        }
        List<String> lines = Run.of(compared(dim, "--match-intensities")).lines();
        assertEquals("the best Gaussian", lines.get(2).substring(0, 17));
        assertTrue(lines.get(3).endsWith("SSIM 1.0000"), lines.get(3));
        assertTrue(Run.of(compared(dim)).lines().get(3).contains("SSIM 0."));
        assertTrue(Files.exists(folder.resolve("report/b.png")));
        Files.delete(dim.resolve("b.tif"));
        Run.mistake("2 clean, 2 noisy and 1 denoised images", compared(dim));
    }

    @Test
    void theCleanImageIsMovedToTheNoisyOne() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        for (String name : List.of("a.tif", "b.tif")) {
            files.window("clean/" + name, 5, 1);
            files.window("noisy/" + name, 2, 3);
        }
        Path same = folder.resolve("noisy");
        assertFalse(Run.of(compared(same)).lines().get(3).contains("SSIM 1."));
        List<String> lines = Run.of(compared(same, "--align")).lines();
        assertTrue(lines.get(0).endsWith("PSNR Infinity  SSIM 1.0000"), lines.get(0));
        assertTrue(lines.get(3).endsWith("PSNR Infinity  SSIM 1.0000"), lines.get(3));
    }

    private Object[] compared(Path denoised, Object... options) {
        Stream<Object> usual =
                Stream.of(
                        "compare",
                        "--clean",
                        folder.resolve("clean"),
                        "--noisy",
                        folder.resolve("noisy"),
                        "--denoised",
                        denoised,
                        "--output",
                        folder.resolve("report"));
        return Stream.concat(usual, Stream.of(options)).toArray();
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
