package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.foreign.TinyPackage;
import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;

/** Denoise Image with the networks of others. */
class ForeignModelsTest {

    private static final Path DNCNN = Path.of("..", "shared", "data", "models", "dncnn25");
    private static final Path SET12 = Path.of("..", "shared", "data", "natural", "Set12");

    @TempDir private Path folder;

    private final Commands commands = new Commands();
    private final String home = System.getProperty("user.home");

    @BeforeEach
    void moveHome() {
        System.setProperty("user.home", folder.toString());
    }

    @AfterEach
    void moveBack() {
        System.setProperty("user.home", home);
        commands.close();
    }

    /** With this noise all twelve images come to 30.45 dB in the mean, these two to 31.33. */
    @Test
    void dnCnnDenoisesSet12AsPublished() throws IOException {
        assumeTrue(
                Files.isDirectory(DNCNN) && Files.isDirectory(SET12),
                "needs the folders ../shared/data/models and ../shared/data/natural");
        imported("dncnn_25.onnx", "onnx", false);
        imported("dncnn_25.torchscript.pt", "torchscript", true);
        for (String model : new String[] {"onnx", "torchscript"}) {
            double mean = (psnr(model, "02.png") + psnr(model, "07.png")) / 2;
            assertEquals(31.33, mean, 0.02, model);
        }
    }

    @Test
    void torchScriptIsRunOnlyAfterItWasTrustedInDenoiserModels() throws IOException {
        Path file =
                TinyPackage.current()
                        .with("onnx:\n    source: tiny.onnx", "torchscript:\n    source: t.pt")
                        .withFile("t.pt", TinyPackage.torchScript())
                        .zip(folder.resolve("tiny.zip"));
        ImagePlus noisy = new ImagePlus("noisy", new FloatProcessor(40, 30));
        String way = "in Fiji with Denoiser Models and Trust TorchScript, if you trust those";
        assertTrue(refusal("input", noisy, "model", file.toString()).contains(way));
        commands.run(
                DenoiserModels.class, "action", "import", "file", file.toString(), "trust", true);
        assertNull(refusal("input", noisy, "model", file.toString(), "device", "cpu"));
        assertNull(refusal("input", noisy, "model", "tiny", "device", "cpu"));
    }

    private void imported(String file, String name, boolean trust) {
        String path = DNCNN.resolve(file).toString();
        Object[] said = {
            "action",
            "import",
            "file",
            path,
            "name",
            name,
            "normalization",
            "fixed:0,255",
            "halo",
            17,
            "trust",
            trust
        };
        String report = (String) commands.run(DenoiserModels.class, said).getOutput("report");
        assertTrue(report.endsWith("Imported " + name + "."), report);
    }

    /** In dB, of an image with white noise of 25 grey levels, neither clipped nor rounded. */
    private double psnr(String model, String name) throws IOException {
        ImagePlus clean = ImageFiles.open(SET12.resolve(name));
        FloatProcessor pixels = clean.getProcessor().convertToFloatProcessor();
        Random random = new Random(25);
        for (int i = 0; i < pixels.getPixelCount(); i++)
            pixels.setf(i, (float) (pixels.getf(i) + 25 * random.nextGaussian()));
        Object[] values = {"input", new ImagePlus(name, pixels), "model", model, "device", "cpu"};
        Object denoised = commands.run(DenoiseImage.class, values).getOutput("denoised");
        return (double)
                commands.run(ComputeSsim.class, "reference", clean, "test", denoised, "range", 255)
                        .getOutput("psnr");
    }

    private String refusal(Object... keysAndValues) {
        return ((Cancelable) commands.run(DenoiseImage.class, keysAndValues).getCommand())
                .getCancelReason();
    }
}
