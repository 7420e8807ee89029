package io.github.noise2clean.monitor;

import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes pictures as PNG files, without a screen and without ImageJ's error dialogs. */
public final class Pngs {

    private Pngs() {}

    /** Writes a picture with its present display range; missing parent folders are made. */
    public static void write(ImageProcessor picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture.getBufferedImage(), "png", file.toFile());
    }
}
