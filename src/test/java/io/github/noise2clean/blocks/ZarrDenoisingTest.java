package io.github.noise2clean.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.blocks.ZarrSamples.Kind;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.TestModels;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.PixelType;
import io.github.noise2clean.zarr.Pyramid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZarrDenoisingTest {

    private static final Path NUCLEI = Path.of("../shared/data/omezarr_nuclei");
    private static final Normalization PERCENTILES = new Normalization.Percentile(2, 99.8);

    /** Of the grey values of the samples. */
    private static final double RANGE = 120;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = PixelType.class,
            names = {"UINT8", "UINT16", "INT16", "FLOAT32"})
    void planesAreTheSameWhateverTheBlocks(PixelType type) throws IOException {
        Kind kind = new Kind(type, "xyct", new int[] {32, 16, 1, 1}, 77, 53, 2, 2);
        assertBlocksDoNotMatter(
                planar(), kind, List.of(List.of(16, 16), List.of(40, 33), List.of(500, 500)));
    }

    @Test
    void volumesAreTheSameWhateverTheBlocks() throws IOException {
        var net = new ResBlockAutoencoder(3, 2, 1, 1, true, Head.RESIDUAL);
        Kind kind =
                new Kind(PixelType.UINT16, "xyzct", new int[] {16, 16, 4, 2, 1}, 45, 37, 11, 2, 2);
        assertBlocksDoNotMatter(
                TestModels.random(net.graph(), PERCENTILES),
                kind,
                List.of(List.of(16, 16, 4), List.of(16, 48, 11), List.of(30, 30)));
    }

    @Test
    void planesAmongTheirNeighboursAreTheSameWhateverTheBlocks() throws IOException {
        InputImages images = new InputImages(2, 1, 1, Optional.of(new PlaneContext(1, Axis.Z)));
        Kind kind = new Kind(PixelType.FLOAT32, "xyz", new int[] {16, 16, 2}, 45, 37, 7);
        assertBlocksDoNotMatter(
                TestModels.random(images, PERCENTILES),
                kind,
                List.of(List.of(16, 16, 2), List.of(64, 64, 4)));
    }

    @Test
    void channelsTogetherAreTheSameWhateverTheBlocks() throws IOException {
        InputImages images = new InputImages(2, 3, 3, Optional.empty());
        Kind kind = new Kind(PixelType.UINT8, "xyc", new int[] {16, 16, 1}, 45, 37, 3);
        assertBlocksDoNotMatter(
                TestModels.random(images, PERCENTILES),
                kind,
                List.of(List.of(16, 16), List.of(64, 64)));
    }

    @Test
    void theResultIsThatOfAnImageInMemory() throws IOException {
        for (PixelType type : List.of(PixelType.UINT8, PixelType.FLOAT32)) {
            Kind kind = new Kind(type, "xyzc", new int[] {32, 16, 1, 1}, 77, 53, 2, 2);
            Path noisy = new ZarrSamples(folder).image("noisy-" + type, kind);
            TrainedModel model = planar();
            Path denoised = denoised(noisy, "denoised-" + type, model, List.of(32, 32));
            double[] expected = inMemory(model, noisy);
            double precision = type.isInteger() ? 1 : 1e-6 * RANGE;
            assertArrayEquals(expected, values(OmeZarr.open(denoised), 0), precision);
        }
    }

    @Test
    void everyRuleGivesTheIntensitiesOfAnImageInMemory() throws IOException {
        for (String rule : List.of("mean-std", "fixed:10,90", "anscombe:2,5,1"))
            for (PixelType type : List.of(PixelType.UINT16, PixelType.FLOAT32)) {
                TrainedModel model = planar(Normalization.parse(rule));
                Kind kind = new Kind(type, "xyc", new int[] {16, 16, 1}, 40, 40, 2);
                String name = rule.replaceAll("\\W", "-") + type;
                Path noisy = new ZarrSamples(folder).image(name, kind);
                Path denoised = denoised(noisy, name + "-denoised", model, List.of());
                double precision = type.isInteger() ? 1 : 1e-6 * RANGE;
                assertArrayEquals(
                        inMemory(model, noisy), values(OmeZarr.open(denoised), 0), precision);
            }
    }

    @Test
    void smallerLevelsAreThoseOfTheWholeLevel() throws IOException {
        Kind kind = new Kind(PixelType.UINT16, "xyz", new int[] {64, 32, 1}, 523, 301, 2);
        Path noisy = new ZarrSamples(folder).image("noisy", kind);
        Path denoised = denoised(noisy, "denoised", planar(), List.of(128, 96));
        OmeZarr blockwise = OmeZarr.open(denoised);
        OmeZarr atOnce = OmeZarr.create(folder.resolve("atOnce"), blockwise, PixelType.UINT16);
        atOnce.level(0).write(blockwise.level(0).read(blockwise.level(0).header().interval()));
        assertTrue(blockwise.levels() > 1);
        for (int level = 1; level < blockwise.levels(); level++) {
            new Pyramid(atOnce).fill(level, atOnce.level(level).header().interval());
            assertArrayEquals(values(atOnce, level), values(blockwise, level));
        }
    }

    @Test
    void whatIsMissingAloneIsDoneWhenAJobIsResumed() throws IOException {
        Path noisy = noisy();
        Path whole = denoised(noisy, "whole", planar(), List.of(64, 64));
        BlockRequest request = request(noisy, "denoised", planar(), List.of(64, 64), true);
        TestRunner dying = new TestRunner(5);
        IOException death = assertThrows(IOException.class, () -> run(request, dying));
        assertEquals("The runner has died.", death.getMessage());
        TestRunner second = new TestRunner();
        JobSummary summary = run(request, second).summary();
        assertEquals(24 - 5, second.blocks());
        assertEquals(5, summary.before());
        assertSame(whole, folder.resolve("denoised"));
        TestRunner third = new TestRunner();
        assertEquals(24, run(request, third).summary().before());
        assertEquals(0, third.blocks());
    }

    @Test
    void aJobIsResumedWithOtherBlocksButNoOtherModel() throws IOException {
        Path noisy = noisy();
        BlockRequest begun = request(noisy, "denoised", planar(), List.of(64, 64), true);
        assertThrows(IOException.class, () -> run(begun, new TestRunner(5)));
        TrainedModel other = planar(new Normalization.Percentile(3, 99));
        BlockRequest withOther = request(noisy, "denoised", other, List.of(64, 64), true);
        assertThrows(IOException.class, () -> run(withOther, new TestRunner()));
        BlockRequest otherBlocks = request(noisy, "denoised", planar(), List.of(100, 64), true);
        run(otherBlocks, new TestRunner());
        assertSame(denoised(noisy, "whole", planar(), List.of()), folder.resolve("denoised"));
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Path noisy = noisy();
        denoised(noisy, "denoised", planar(), List.of());
        assertRefused("--resume", request(noisy, "denoised", planar(), List.of(), false));
        Path foreign = new ZarrSamples(folder).image("foreign", kind());
        assertRefused(
                "not begun by this program",
                request(noisy, foreign.getFileName().toString(), planar(), List.of(), true));
    }

    @Test
    void placesWithinEachOtherAreRefused() throws IOException {
        Path noisy = noisy();
        assertRefused("within each other", request(noisy, "noisy/0", planar(), List.of(), true));
        assertRefused("within each other", request(noisy, "noisy", planar(), List.of(), true));
        assertRefused("within each other", request(noisy, "noisy/new", planar(), List.of(), false));
        assertRefused("within each other", request(noisy, ".", planar(), List.of(), true));
    }

    @Test
    void placesThatCannotBeUsedAreRefused() throws IOException {
        Path noisy = noisy();
        assertRefused("folder must exist", request(noisy, "no/where", planar(), List.of(), false));
        Path none = Files.createDirectory(folder.resolve("empty"));
        assertRefused("no OME-Zarr", request(none, "denoised", planar(), List.of(), false));
    }

    @Test
    void aPlanWritesNothing() throws IOException {
        Path noisy = noisy();
        BlockRequest request = request(noisy, "denoised", planar(), List.of(64, 64), false);
        List<String> plan = new ZarrDenoising(request, InstalledModels.found()).plan();
        assertFalse(Files.exists(folder.resolve("denoised")));
        assertEquals(
                noisy + ": 200 x 150 x 2 (x, y, z), uint16, in chunks of 32 x 16 x 1", plan.get(0));
        assertTrue(plan.get(2).startsWith("24 blocks of 64 x 64 x 1 pixels"), plan.get(2));
    }

    @Test
    void aStoppedJobCanBeResumed() throws IOException {
        Path noisy = noisy();
        BlockRequest request = request(noisy, "denoised", planar(), List.of(64, 64), true);
        int[] done = {0};
        JobListener counting =
                new JobListener() {
                    @Override
                    public void blockDone(BlockReport report) {
                        done[0]++;
                    }
                };
        ZarrDenoising job = new ZarrDenoising(request, InstalledModels.found());
        LocalRunner stopped = new LocalRunner(() -> done[0] == 3);
        assertThrows(CancellationException.class, () -> job.run(stopped, counting));
        assertEquals(3, run(request, new LocalRunner(() -> false)).summary().before());
        assertSame(denoised(noisy, "whole", planar(), List.of()), folder.resolve("denoised"));
    }

    @Test
    void realImagesAreDenoisedAndOpenAgain() throws IOException {
        assumeTrue(Files.isDirectory(NUCLEI), "needs the folder ../shared/data/omezarr_nuclei");
        try (Stream<Path> images = Files.list(NUCLEI)) {
            for (Path noisy : images.sorted().toList()) {
                String name = noisy.getFileName().toString();
                Path denoised = denoised(noisy, name, planar(), List.of(256, 256));
                OmeZarr opened = OmeZarr.open(denoised);
                assertEquals(OmeZarr.open(noisy).axes(), opened.axes());
                assertEquals(3, opened.levels());
                assertArrayEquals(inMemory(planar(), noisy), values(opened, 0), 1);
            }
        }
    }

    /** The whole as one block, in the usual order, is what others must equal. */
    private void assertBlocksDoNotMatter(TrainedModel model, Kind kind, List<List<Integer>> blocks)
            throws IOException {
        Path noisy = new ZarrSamples(folder).image("noisy", kind);
        BlockRequest usual = request(noisy, "usual", model, List.of(), false);
        run(usual, new LocalRunner(() -> false));
        for (List<Integer> block : blocks)
            assertSame(folder.resolve("usual"), denoised(noisy, "denoised" + block, model, block));
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        OmeZarr image = OmeZarr.open(expected);
        OmeZarr other = OmeZarr.open(actual);
        assertEquals(image.levels(), other.levels());
        for (int level = 0; level < image.levels(); level++)
            assertArrayEquals(values(image, level), values(other, level));
    }

    private void assertRefused(String words, BlockRequest request) {
        Exception refusal =
                assertThrows(
                        IOException.class,
                        () -> new ZarrDenoising(request, InstalledModels.found()));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private Path denoised(Path noisy, String name, TrainedModel model, List<Integer> block)
            throws IOException {
        run(request(noisy, name, model, block, false), new TestRunner());
        return folder.resolve(name);
    }

    private static DenoisedZarr run(BlockRequest request, TaskRunner runner) throws IOException {
        return new ZarrDenoising(request, InstalledModels.found()).run(runner, JobListener.NONE);
    }

    /** With tiles of 32 pixels at most. */
    private BlockRequest request(
            Path noisy, String name, TrainedModel model, List<Integer> block, boolean resume)
            throws IOException {
        Path file = folder.resolve(model.sha256() + ".zip");
        ModelFile.write(model, file);
        Places places = new Places(noisy.toString(), folder.resolve(name).toString());
        return new BlockRequest(places, file.toString(), block, settings(32), resume);
    }

    private static double[] inMemory(TrainedModel model, Path noisy) throws IOException {
        StoredImage image = StoredImage.open(noisy.toString());
        AxisImage pixels = image.read(image.grid().interval());
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings(0))) {
            AxisImage denoised = denoiser.denoise(pixels, DenoisingListener.NONE);
            var stored = ArrayImgs.floats(image.grid().shape());
            ImgUtil.copy(image.axes().exchanged(denoised.pixels()), stored);
            PixelType type = image.array().header().type();
            return Arrays.stream(values(stored)).map(value -> within(type, value)).toArray();
        }
    }

    private static double within(PixelType type, double value) {
        if (!type.isInteger()) return value;
        double least = type.pixel().getMinValue();
        return Math.max(least, Math.min(type.pixel().getMaxValue(), value));
    }

    private static double[] values(OmeZarr image, int level) throws IOException {
        return values(image.level(level).read(image.level(level).header().interval()));
    }

    private static double[] values(RandomAccessibleInterval<? extends RealType<?>> pixels) {
        double[] values = new double[Math.toIntExact(pixels.size())];
        int i = 0;
        for (var cursor = Views.flatIterable(pixels).cursor(); cursor.hasNext(); )
            values[i++] = cursor.next().getRealDouble();
        return values;
    }

    private Path noisy() throws IOException {
        return new ZarrSamples(folder).image("noisy", kind());
    }

    private static Kind kind() {
        return new Kind(PixelType.UINT16, "xyz", new int[] {32, 16, 1}, 200, 150, 2);
    }

    private static TrainedModel planar() {
        return planar(PERCENTILES);
    }

    private static TrainedModel planar(Normalization normalization) {
        var net = new ResBlockAutoencoder(2, 3, 1, 1, true, Head.RESIDUAL);
        return TestModels.random(net.graph(), normalization);
    }

    private static DenoisingSettings settings(int tile) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, true, Estimate.PLAIN);
    }
}
