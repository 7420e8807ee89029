package io.github.noise2clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the code are drawn from the code. */
class DrawingsTest {

    private static final Path PICTURES = Path.of("src", "site", "resources", "images");

    @TempDir Path folder;

    @Test
    void theDefaultNetworkHasThePlacesOfThePicture() throws Exception {
        BufferedImage drawn = drawn("DrawNetwork", "resblock-ae");
        BufferedImage shown = ImageIO.read(PICTURES.resolve("network.png").toFile());
        assertEquals(size(shown), size(drawn));
    }

    @Test
    void thePackagesAreDrawnAsWideAsInThePicture() throws Exception {
        BufferedImage drawn = drawn("DrawPackages");
        BufferedImage shown = ImageIO.read(PICTURES.resolve("packages.png").toFile());
        assertEquals(shown.getWidth(), drawn.getWidth());
    }

    private static List<Integer> size(BufferedImage picture) {
        return List.of(picture.getWidth(), picture.getHeight());
    }

    /** Runs a script to its end and reads the picture that it has made. */
    private BufferedImage drawn(String script, String... arguments)
            throws IOException, InterruptedException {
        Path picture = folder.resolve(script + ".png");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Djava.awt.headless=true", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(Path.of("scripts", script + ".java").toString());
        line.addAll(List.of(arguments));
        line.add(picture.toString());
        assertEquals(0, new ProcessBuilder(line).inheritIO().start().waitFor());
        return ImageIO.read(picture.toFile());
    }
}
