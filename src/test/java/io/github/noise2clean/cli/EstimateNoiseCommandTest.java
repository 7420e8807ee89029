package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.camera.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateNoiseCommandTest {

    @TempDir private Path folder;

    @Test
    void theCameraIsPrintedWithTheNoiseToPaste() throws IOException {
        Path file = NoisyRamps.save(folder.resolve("ramp.tif"), List.of("camera:2,100,5"));
        List<String> lines = Run.of("estimate-noise", file).lines();
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0)
                        .matches(
                                "gain [0-9.]+  offset [0-9.]+  read noise [0-9.]+  --noise"
                                        + " camera:[0-9.,]+"),
                lines.get(0));
        Camera found = camera(lines.get(0));
        assertEquals(2, found.gain(), 0.1);
        assertEquals(100, found.offset(), 1);
        assertEquals(5, found.readNoise(), 0.5);
    }

    @Test
    void channelsHaveCamerasOfTheirOwnAndShareAPlot() throws IOException {
        List<String> noises = List.of("camera:2,100,5", "camera:6,100,5");
        Path file = NoisyRamps.save(folder.resolve("two.tif"), noises);
        Path plot = folder.resolve("plots").resolve("noise.png");
        List<String> lines = Run.of("estimate-noise", "--plot", plot, file).lines();
        assertTrue(lines.get(0).startsWith("channel 1  gain "), lines.get(0));
        assertEquals(2, camera(lines.get(0)).gain(), 0.1);
        assertEquals(6, camera(lines.get(1)).gain(), 0.3);
        assertTrue(ImageIO.read(plot.toFile()).getWidth() >= 700);
    }

    @Test
    void mistakesAreToldInASentence() throws IOException {
        SampleFiles samples = new SampleFiles(folder);
        Path black = samples.constantFloat("small.tif");
        Run.mistake("too small to tell the noise", "estimate-noise", black);
        Path two = NoisyRamps.save(folder.resolve("two.tif"), List.of("clip", "clip"));
        Run.mistake("differ in their number of channels", "estimate-noise", black, two);
        Run.mistake("No noise is found", "estimate-noise", two);
        Run.mistake("missing.tif", "estimate-noise", folder.resolve("missing.tif"));
        Path plot = folder.resolve("none.png");
        Run.mistake("No noise is found", "estimate-noise", "--plot", plot, two);
        assertTrue(Files.notExists(plot));
    }

    private static Camera camera(String line) {
        return Camera.parse(line.replaceFirst(".*camera:", ""));
    }
}
