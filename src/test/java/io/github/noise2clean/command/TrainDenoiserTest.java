package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.train.TrainingJob;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

class TrainDenoiserTest {

    private static final Path SAMPLES = Path.of("sample-data", "fluorescence", "train");

    private final Commands commands = new Commands();
    @TempDir private Path folder;

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void aFolderOfCleanImagesGivesAModelWithItsHistory() throws IOException {
        Path clean = crops("clean");
        TrainedModel model = trained("clean", clean.toString(), "noise", "gaussian:150");
        assertEquals("tiny", model.card().name());
        assertEquals("resblock-ae", model.card().architecture());
        assertEquals(2, model.card().history().size());
        assertEquals("clean with gaussian:150", model.card().settings().get("data"));
    }

    @Test
    void theOpenImageServesWhereNoFilesAreGiven() throws IOException {
        ImagePlus image = ImageFiles.open(crops("clean").resolve("a.tif"));
        TrainedModel model = trained("input", image, "clip", true);
        assertEquals("a.tif with gaussian:10%+clip", model.card().settings().get("data"));
        assertEquals(About.NOTHING, model.card().about());
    }

    @Test
    void whatIsSaidOfTheModelStandsInItsFile() throws IOException {
        ImagePlus image = ImageFiles.open(crops("clean").resolve("a.tif"));
        TrainedModel model =
                trained("input", image, "authors", "A. Maker; B. Maker", "licence", "MIT");
        assertEquals(List.of("A. Maker", "B. Maker"), model.card().about().authors());
        assertEquals(Optional.of("MIT"), model.card().about().licence());
        Files.delete(folder.resolve("tiny.zip"));
        refused(
                "'my own' is no SPDX identifier of a licence, such as CC-BY-4.0.",
                "input",
                image,
                "licence",
                "my own");
    }

    @Test
    void noisyImagesArePairedWithCleanOnes() throws IOException {
        String clean = crops("clean").toString();
        TrainedModel model = trained("clean", clean, "noisy", crops("noisy").toString());
        assertEquals("noisy with clean clean", model.card().settings().get("data"));
    }

    @Test
    void pairsAreAlignedAndMatched() throws IOException {
        String clean = crops("clean").toString();
        String noisy = crops("noisy").toString();
        TrainedModel model =
                trained("clean", clean, "noisy", noisy, "aligned", true, "matched", true);
        assertEquals(
                "noisy with clean clean, aligned, intensities matched",
                model.card().settings().get("data"));
    }

    @Test
    void onlyPairsAreAligned() throws IOException {
        String clean = crops("clean").toString();
        String sentence =
                "Only pairs can be aligned: give noisy images and clean ones, as files or folders.";
        refused(sentence, "clean", clean, "aligned", true);
        refused(sentence, "input", ImageFiles.open(Path.of(clean, "a.tif")), "aligned", true);
    }

    @Test
    void theOpenImageMayBeNoisyOrAStackOfRepeats() throws IOException {
        ImageStack planes = new ImageStack(48, 40);
        for (Path file : ImageFiles.list(crops("noisy")))
            planes.addSlice(ImageFiles.open(file).getProcessor());
        ImagePlus stack = new ImagePlus("looks", planes);
        TrainedModel pairs = trained("input", stack, "kind", "noisy", "neighbours", true);
        assertEquals("looks alone, neighbours", pairs.card().settings().get("data"));
        assertEquals("resblock-ae", pairs.card().architecture());
        TrainedModel alone = trained("input", stack, "kind", "noisy", "mask", "y");
        assertEquals("blindspot-ae", alone.card().architecture());
        assertEquals("looks alone, mask y", alone.card().settings().get("data"));
        assertEquals("averaged", alone.card().settings().get("weights"));
        TrainedModel repeats = trained("input", stack, "kind", "repeats");
        assertEquals("resblock-ae", repeats.card().architecture());
        assertEquals("repeats looks", repeats.card().settings().get("data"));
    }

    @Test
    void theNoiseMayBeThatOfTheOpenImagesCamera() throws IOException {
        ImagePlus noisy = ImageFiles.open(SAMPLES.resolve("noisy").resolve("01-nuclei.tif"));
        String clean = crops("clean").toString();
        refused(
                "Noise auto is that of the open image: open a noisy one, and give the clean images"
                        + " as a file or folder.",
                "input",
                noisy,
                "noise",
                "auto");
        TrainedModel model = trained("input", noisy, "clean", clean, "noise", "auto+clip");
        String data = model.card().settings().get("data");
        assertTrue(data.matches("clean with camera:\\S+\\+clip"), data);
    }

    @Test
    void foldersOfNoisyImagesAreAloneOrRepeats() throws IOException {
        String images = crops("noisy").toString();
        assertEquals(
                "noisy alone, mask none", trained("noisy", images).card().settings().get("data"));
        assertEquals("repeats noisy", trained("repeats", images).card().settings().get("data"));
        assertEquals(
                "noisy with repeats noisy",
                trained("noisy", images, "repeats", images).card().settings().get("data"));
    }

    @Test
    void aPresetReplacesNoiseNetworkPatchesAndRate() throws IOException {
        String stack = Path.of("sample-data", "fashion-mnist-200.tif").toString();
        TrainedModel model = trained("clean", stack, "preset", "strided-ae", "rate", 0.5);
        assertEquals("strided-ae", model.card().architecture());
        assertEquals(
                "fashion-mnist-200.tif with gaussian:50%", model.card().settings().get("data"));
        assertEquals("64", model.card().settings().get("batch"));
        assertEquals("0.001", model.card().settings().get("learning-rate"));
        assertEquals(2, model.card().history().size());
    }

    @Test
    void theSameSeedGivesTheSameWeights() throws IOException {
        String clean = crops("clean").toString();
        TrainedModel first = trained("clean", clean);
        TrainedModel second = trained("clean", clean);
        String name = first.graph().parameters().get(0).name();
        assertArrayEquals(first.weights().get(name), second.weights().get(name));
    }

    @Test
    @Timeout(120)
    void escapeStopsTheTrainingAndKeepsTheBestWeights() throws Exception {
        Path model = folder.resolve("tiny.zip");
        List<Object> inputs = tiny(model, "clean", crops("clean").toString(), "epochs", 100_000);
        Future<CommandModule> run =
                commands.service().run(TrainDenoiser.class, true, inputs.toArray());
        while (!Files.exists(TrainingJob.checkpointOf(model))) Thread.sleep(10);
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        assertFalse(((Cancelable) run.get().getCommand()).isCanceled());
        assertFalse(ModelFile.read(model).card().history().isEmpty());
    }

    @Test
    void mistakesAreTold() throws IOException {
        String clean = crops("clean").toString();
        Path nowhere = folder.resolve("nowhere");
        refused("No model file is given: say where to save the model.", "output", " ");
        refused(
                "There is nothing to learn from: open an image, or give a file or folder.",
                "input",
                new ImagePlus());
        refused(
                "Unknown kind of image 'blurred': choose clean, noisy or repeats.",
                "input",
                IJ.createImage("", 32, 32, 1, 8),
                "kind",
                "blurred");
        refused("There is no file or folder " + nowhere + ".", "clean", nowhere.toString());
        refused("Give either clean images or repeats, not both.", "clean", clean, "repeats", clean);
        refused("Unknown mask 'z': choose none, x or y.", "clean", clean, "mask", "z");
        refused(
                "Unknown network 'unet': choose resblock-ae, resblock-vae, blindspot-ae, noise2clean-ae,"
                        + " noise2clean-vae, vanilla-ae, cifar-ae, pooling-ae, strided-ae or strided-vae.",
                "clean",
                clean,
                "network",
                "unet");
        refused(
                "Unknown preset 'unet': choose one of noise2clean-ae, noise2clean-vae, vanilla-ae,"
                        + " cifar-ae, pooling-ae, strided-ae, resblock-ae, resblock-vae.",
                "clean",
                clean,
                "preset",
                "unet");
        refused(
                "The network learns from images of 28 x 28 pixels only, and there is one of 48 x"
                        + " 40: use a fully convolutional network, such as resblock-ae, for other"
                        + " sizes.",
                "clean",
                clean,
                "preset",
                "strided-ae");
        refused(
                "There must be at least 1 epoch, or 0 for automatic, not -1.",
                "clean",
                clean,
                "epochs",
                -1);
        refused(
                "There must be at least 1 step per epoch, or 0 for automatic, not -1.",
                "clean",
                clean,
                "steps",
                -1);
        refused(
                "The patch must be at least 8 pixels wide, or 0 for automatic, not 7.",
                "clean",
                clean,
                "patch",
                7);
        refused("The batch must hold at least 1 patch, not -1.", "clean", clean, "batch", -1);
        refused(
                "The learning rate must be above 0 and at most 1, not 0.0.",
                "clean",
                clean,
                "rate",
                0.0);
        refused(
                "Unknown device 'tpu': choose auto, cpu, gpu or mps.",
                "clean",
                clean,
                "device",
                "tpu");
        refused(
                "Unknown device 'tpu': choose auto, cpu, gpu or mps.",
                "clean",
                nowhere.toString(),
                "device",
                "tpu");
        refused(
                "The noise \"masking:10\" is not understood: write masking:SHARE% of the pixels,"
                        + " with SHARE above 0 and at most 100 or a range such as 5-50%.",
                "clean", clean, "noise", "gaussian:10%+masking:10");
        refused(
                "There is no checkpoint "
                        + folder.resolve("tiny.zip.checkpoint")
                        + " to resume from.",
                "clean",
                clean,
                "resume",
                true);
    }

    @Test
    void aFolderThatDoesNotExistIsToldBeforeTheTraining() throws IOException {
        Path model = folder.resolve("missing").resolve("tiny.zip");
        refused(
                "Cannot write " + model + ": its folder must exist and be writable.",
                "clean",
                crops("clean").toString(),
                "output",
                model.toString());
    }

    @Test
    void uprightPatchesGiveOtherWeightsThanTurnedOnes() throws IOException {
        String clean = crops("clean").toString();
        assertNotEquals(
                trained("clean", clean, "upright", false).card().history(),
                trained("clean", clean, "upright", true).card().history());
    }

    private TrainedModel trained(Object... more) throws IOException {
        Path model = folder.resolve("tiny.zip");
        Cancelable run =
                (Cancelable)
                        commands.run(TrainDenoiser.class, tiny(model, more).toArray()).getCommand();
        assertFalse(run.isCanceled(), run.getCancelReason());
        return ModelFile.read(model);
    }

    private void refused(String reason, Object... more) {
        commands.assertRefused(
                reason, TrainDenoiser.class, tiny(folder.resolve("tiny.zip"), more).toArray());
        assertFalse(Files.exists(folder.resolve("tiny.zip")));
    }

    /** The inputs of a training of seconds; later ones replace earlier ones. */
    private static List<Object> tiny(Path model, Object... more) {
        List<Object> inputs =
                new ArrayList<>(
                        List.of(
                                "epochs",
                                2,
                                "steps",
                                2,
                                "patch",
                                16,
                                "batch",
                                2,
                                "device",
                                "cpu",
                                "output",
                                model.toString()));
        inputs.addAll(Arrays.asList(more));
        return inputs;
    }

    /** Two corners of sample images. */
    private Path crops(String kind) throws IOException {
        Path crops = Files.createDirectories(folder.resolve(kind));
        crop(SAMPLES.resolve(kind).resolve("01-nuclei.tif"), crops.resolve("a.tif"));
        crop(SAMPLES.resolve(kind).resolve("03-filaments.tif"), crops.resolve("b.tif"));
        return crops;
    }

    private static void crop(Path source, Path target) throws IOException {
        ImagePlus image = ImageFiles.open(source);
        image.setRoi(40, 40, 48, 40);
        ImageFiles.save(image.crop(), target);
    }
}
