package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.train.TrainingJob;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

    private static final String EPOCH =
            "epoch %d/2  train \\d\\.\\d{5}  validation \\d\\.\\d{5}  psnr \\d+\\.\\d\\d"
                    + "  ssim -?\\d\\.\\d{3}";

    @TempDir private Path folder;
    private Path clean;
    private Path model;

    @BeforeEach
    void makeImages() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        files.image("clean/a.tif", 24, 20);
        files.image("clean/b.png", 24, 20);
        clean = folder.resolve("clean");
        model = folder.resolve("model.zip");
    }

    @Test
    void printsALinePerEpochAndSavesTheModel() throws IOException {
        List<String> lines = train("--noise", "gaussian:10%", "--clip-noise").lines();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).matches(EPOCH.formatted(1)), lines.get(0));
        assertTrue(lines.get(1).matches(EPOCH.formatted(2)), lines.get(1));
        assertEquals("saved " + model, lines.get(2));
        ModelCard card = ModelFile.read(model).card();
        assertEquals("model", card.name());
        assertEquals(2, card.history().size());
        assertEquals("clean with gaussian:10%+clip", card.settings().get("data"));
    }

    @Test
    void theModelSaysWhatItsMakersSay() throws IOException {
        train("--description", "For nuclei.", "--author", "A", "--author", "B").lines();
        About about = ModelFile.read(model).card().about();
        assertEquals(Optional.of("For nuclei."), about.description());
        assertEquals(List.of("A", "B"), about.authors());
        assertEquals(Optional.empty(), about.licence());
    }

    @Test
    void aLicenceThatIsNoIdentifierIsRefusedBeforeTheTraining() throws IOException {
        Run.mistake("is no SPDX identifier of a licence", arguments("--licence", "my own"));
        assertFalse(Files.exists(model));
    }

    @Test
    void repeatsNeedNoCleanImages() throws IOException {
        Run.of(noClean("--repeats", clean)).lines();
        ModelCard card = ModelFile.read(model).card();
        assertEquals("repeats clean", card.settings().get("data"));
        assertEquals("averaged", card.settings().get("weights"));
        assertEquals("resblock-ae", card.architecture());
        Run.of(noClean("--noisy", clean, "--repeats", clean, "--weights", "last")).lines();
        card = ModelFile.read(model).card();
        assertEquals("clean with repeats clean", card.settings().get("data"));
        assertEquals("last", card.settings().get("weights"));
    }

    @Test
    void noisyImagesAloneAreLearnedFromWithABlindSpot() throws IOException {
        List<String> lines = Run.of(noClean("--noisy", clean, "--mask", "x")).lines();
        assertTrue(lines.get(1).matches("epoch 2/2  train \\S+  validation \\S+"), lines.get(1));
        ModelCard card = ModelFile.read(model).card();
        assertEquals("clean alone, mask x", card.settings().get("data"));
        assertEquals("blindspot-ae", card.architecture());
    }

    @Test
    void everyOptionReachesTheModel() throws IOException {
        train(
                "--noise gaussian:25 --loss l1 --learning-rate 0.01 --weight-decay 0.1 --seed 7"
                        .split(" "),
                "--normalization mean-std --device cpu --name Blobs --divergence-weight 0.5"
                        .split(" "));
        ModelCard card = ModelFile.read(model).card();
        assertEquals("Blobs", card.name());
        assertEquals("mean-std", card.normalization().toString());
        assertEquals("l1", card.settings().get("loss"));
        assertEquals("0.01", card.settings().get("learning-rate"));
        assertEquals("0.1", card.settings().get("weight-decay"));
        assertEquals("0.5", card.settings().get("divergence-weight"));
        assertEquals("7", card.settings().get("seed"));
    }

    @Test
    void aPresetDecidesAllThatIsNotGiven() throws IOException {
        Path digits = new SampleFiles(folder).digits("digits", 40, 2);
        Path images = digits.resolve("train-images-idx3-ubyte");
        preset("--clean", images, "--epochs", 1, "--learning-rate", 0.01).lines();
        ModelCard card = ModelFile.read(model).card();
        assertEquals("strided-ae", card.architecture());
        assertEquals("train-images-idx3-ubyte with gaussian:50%", card.settings().get("data"));
        assertEquals(1, card.history().size());
        assertEquals("64", card.settings().get("batch"));
        assertEquals("1", card.settings().get("steps"));
        assertEquals("1.0E-5", card.settings().get("weight-decay"));
        assertEquals("0.01", card.settings().get("learning-rate"));
    }

    @Test
    void aPresetForOneSizeRefusesOthersAndNamesOneThatTakesThem() {
        String words =
                "The network learns from images of 28 x 28 pixels only, and there is one of 24 x"
                        + " 20: use a fully convolutional network, such as resblock-ae";
        Run.mistake(words, "train", "--preset", "strided-ae", "--clean", clean, "--output", model);
        Run.mistake(words, arguments("--network", "vanilla-ae"));
    }

    @Test
    void learnsFromPairs() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path first = files.image("noisy-a.tif", 24, 20);
        Path second = files.image("noisy-b.tif", 24, 20);
        train("--noisy", first.toString(), second.toString()).lines();
        assertEquals(
                "noisy-a.tif, noisy-b.tif with clean clean",
                ModelFile.read(model).card().settings().get("data"));
    }

    @Test
    void otherGreyValuesOfPairsAreToldUnlessTheyAreMatched() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path first = files.image("noisy-a.tif", 24, 20);
        Path dark = folder.resolve("dark.tif");
        ImagePlus image = ImageFiles.open(first);
        image.getProcessor().multiply(0.5);
        ImageFiles.save(image, dark);
        Object[] pair = {"--noisy", dark, "--clean", first, "--epochs", 1, "--steps", 1};
        Run told = pairs(pair);
        assertEquals(0, told.status(), told.err());
        assertTrue(
                told.err()
                        .startsWith(
                                "The noisy image has other grey values than the clean one"
                                        + " (dark.tif: 0.50 times as bright as the clean"),
                told.err());
        pairs(Stream.concat(Stream.of(pair), Stream.of("--match-intensities")).toArray()).lines();
        Run.mistake("is for pairs", arguments("--match-intensities"));
    }

    @Test
    void aShiftOfPairsIsToldUnlessTheyAreAligned() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path noisy = files.window("noisy.tif", 2, 3);
        Object[] pair = {
            "--noisy", noisy, "--clean", files.window("long.tif", 5, 1), "--epochs", 1, "--steps", 1
        };
        assertTrue(pairs(pair).err().contains("Align the images (--align), or"));
        Run aligned = pairs(Stream.concat(Stream.of(pair), Stream.of("--align")).toArray());
        assertEquals(0, aligned.status(), aligned.err());
        assertTrue(
                aligned.err()
                        .startsWith(
                                "Moved to lie on their noisy images: 1 of 1 clean ones, by 3.6"
                                        + " pixels at most."),
                aligned.err());
        assertFalse(aligned.err().contains("is shifted"), aligned.err());
        assertEquals(
                "noisy.tif with clean long.tif, aligned",
                ModelFile.read(model).card().settings().get("data"));
        Run.mistake("--align is for pairs", arguments("--align"));
    }

    @Test
    void anInterruptionKeepsTheModelAndResumeGoesOn() throws IOException {
        Run interrupted = interruptedAfterFirstEpoch();
        assertEquals(130, interrupted.status());
        assertEquals(
                "Interrupted after epoch 1: the best weights so far are kept in "
                        + model
                        + "; the same command with --resume goes on.",
                interrupted.err().strip());
        assertEquals(1, ModelFile.read(model).card().history().size());
        assertEquals(2, train("--noise", "gaussian:25", "--resume").lines().size());
        byte[] resumed = Files.readAllBytes(model);
        train("--noise", "gaussian:25").lines();
        assertArrayEquals(resumed, Files.readAllBytes(model));
    }

    @Test
    void aReplacedCheckpointIsTold() throws IOException {
        interruptedAfterFirstEpoch();
        Run anew = train("--noise", "gaussian:25");
        assertEquals(0, anew.status());
        assertTrue(anew.err().startsWith("Starting anew: the checkpoint "), anew.err());
        assertFalse(Files.exists(TrainingJob.checkpointOf(model)));
    }

    @Test
    void anInterruptionBeforeTheFirstEpochIsTold() {
        Interruption interruption = new Interruption();
        interruption.request();
        Run run = Run.of(interruption, new StringWriter(), arguments("--noise", "gaussian:25"));
        assertEquals(130, run.status());
        assertTrue(run.err().startsWith("Interrupted before the first epoch ended"), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 0, at least 1 epoch",
        "--epochs, abc, '--epochs'",
        "--steps, 0, at least 1 step",
        "--patch, 3, at least 8 pixels",
        "--batch, 0, at least 1 patch",
        "--learning-rate, -1, learning rate must",
        "--weight-decay, 2, weight decay must",
        "--precision, float16, small gradients vanish",
        "--divergence-weight, NaN, divergence must",
        "--network, unet, Unknown network 'unet'",
        "--preset, unet, Unknown preset 'unet'",
        "--device, abacus, Unknown device 'abacus'",
        "--loss, l3, Unknown loss 'l3'",
        "--precision, int4, int4",
        "--normalization, best, normalization \"best\"",
    })
    void aWrongValueIsAMistake(String option, String value, String words) {
        Run.mistake(
                words,
                "train",
                "--clean",
                clean,
                "--noise",
                "gaussian:25",
                "--output",
                model,
                option,
                value);
        assertFalse(Files.exists(model));
    }

    @Test
    void cleanImagesAloneAreGivenATenthOfTheirRangeAsNoise() throws IOException {
        Run.of(arguments()).lines();
        String data = ModelFile.read(model).card().settings().get("data");
        assertTrue(data.endsWith(" with gaussian:10%"), data);
    }

    @Test
    void wrongExamplesAreMistakes() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path small = files.image("small/a.tif", 12, 9);
        Path foreign = files.text("foreign/a.tif");
        Files.createDirectory(folder.resolve("empty"));
        Run.mistake("noisy already", arguments("--noise", "gaussian:25", "--noisy", clean));
        Run.mistake("--clip-noise is for", arguments("--clip-noise", "--noisy", clean));
        Run.mistake("not both", arguments("--repeats", clean));
        Run.mistake("--mask is for", arguments("--mask", "x"));
        Run.mistake("--neighbours is for", arguments("--neighbours"));
        Run.mistake("--slice-distance goes with", arguments("--slice-distance", "2"));
        Run.mistake("--consecutive is for", arguments("--consecutive"));
        Run.mistake("\"speckle\"", arguments("--noise", "speckle"));
        Run.mistake("2 clean", arguments("--noisy", small));
        Run.mistake("differ in size", arguments("--noisy", small, small));
        Run.mistake("empty holds no image", arguments("--noisy", folder.resolve("empty")));
        Run.mistake("no file or folder", arguments("--noisy", folder.resolve("missing")));
        Run.mistake("not an image", arguments("--noisy", foreign));
    }

    @Test
    void noImagesAreAMistake() {
        Run.mistake("nothing to learn from", "train", "--noise", "gaussian:25", "--output", model);
        Run.mistake("'--clean'", "train", "--clean", "--output", model);
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeTheImagesAreRead() {
        Path output = folder.resolve("missing/model.zip");
        Run.mistake(
                "its folder must exist",
                "train",
                "--noise",
                "gaussian:25",
                "--clean",
                "nothing",
                "--output",
                output);
    }

    @Test
    void withoutACheckpointThereIsNothingToResume() {
        Run.mistake("no checkpoint", arguments("--noise", "gaussian:25", "--resume"));
    }

    @Test
    void aResumeWithOtherSettingsIsAMistake() {
        interruptedAfterFirstEpoch();
        Run.mistake("seed 1, not 2", arguments("--noise gaussian:25 --resume --seed 2".split(" ")));
    }

    private Run interruptedAfterFirstEpoch() {
        Interruption interruption = new Interruption();
        StringWriter out =
                new StringWriter() {
                    @Override
                    public void write(String text, int offset, int length) {
                        super.write(text, offset, length);
                        interruption.request();
                    }
                };
        return Run.of(interruption, out, arguments("--noise", "gaussian:25"));
    }

    private Run pairs(Object... options) {
        Stream<Object> usual = Stream.of("train", "--patch", 16, "--batch", 2, "--output", model);
        return Run.of(Stream.concat(usual, Stream.of(options)).toArray());
    }

    private Run preset(Object... options) {
        Stream<Object> usual = Stream.of("train", "--preset", "strided-ae", "--output", model);
        return Run.of(Stream.concat(usual, Stream.of(options)).toArray());
    }

    private Run train(String[]... options) {
        return Run.of(arguments(Stream.of(options).flatMap(Stream::of).toArray()));
    }

    private Run train(String... options) {
        return Run.of(arguments((Object[]) options));
    }

    private Object[] arguments(Object... options) {
        Stream<Object> usual =
                Stream.of("train", "--epochs", 2, "--steps", 2, "--patch", 16, "--batch", 2);
        Stream<Object> files = Stream.of("--output", model, "--clean", clean);
        return Stream.of(usual, files, Stream.of(options)).flatMap(part -> part).toArray();
    }

    private Object[] noClean(Object... examples) {
        Stream<Object> usual = Stream.of("train", "--epochs", 2, "--steps", 2, "--output", model);
        return Stream.concat(usual, Stream.of(examples)).toArray();
    }
}
