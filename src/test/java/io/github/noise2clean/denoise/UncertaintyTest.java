package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTest {

    private static final Normalization GREY = new Normalization.Fixed(0, 255);
    private static final Normalization UNIT = new Normalization.Fixed(0, 1);
    private static final Estimate AVERAGE = new Estimate.Average();
    private static final Estimate SPREAD = new Estimate.Spread();

    @Test
    void aNetworkThatCommutesWithTurnsHasNoSpread() throws IOException {
        TrainedModel pointwise = TestModels.times(2, 1.5f, UNIT);
        float[] noisy = noise(7 * 5);
        List<float[]> maps = denoise(pointwise, SPREAD, 0, noisy, 7, 5);
        assertArrayEquals(denoise(pointwise, Estimate.PLAIN, 0, noisy, 7, 5).get(0), maps.get(0));
        assertArrayEquals(new float[7 * 5], maps.get(1));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,2", "8,0", "8,2"})
    void theMeanOfTheEightTurnsWithTheImage(int tile, int levels) throws IOException {
        assertTurnsWithTheImage(randomNetwork(2, levels), tile, 21, 13);
    }

    @Test
    void theMeanOfTheEightTurnsWithTheVolumeInXAndY() throws IOException {
        assertTurnsWithTheImage(randomNetwork(3, 1), 8, 11, 6, 5);
    }

    @Test
    void theMapsAreMeanAndDeviationOfTheEight() throws IOException {
        TrainedModel model = randomNetwork(2, 1);
        float[] noisy = noise(9 * 6);
        RunningMoments moments = new RunningMoments(noisy.length);
        for (Orientation turn : Orientation.ofPlanes()) moments.add(turned(model, turn, noisy));
        List<float[]> maps = denoise(model, SPREAD, 0, noisy, 9, 6);
        assertArrayEquals(moments.mean(), maps.get(0), 1e-5f);
        assertArrayEquals(moments.standardDeviation(), maps.get(1), 1e-5f);
        assertArrayEquals(maps.get(0), denoise(model, AVERAGE, 0, noisy, 9, 6).get(0));
    }

    @Test
    void tilesChangeNothing() throws IOException {
        TrainedModel model = randomNetwork(2, 1);
        float[] noisy = noise(45 * 30);
        List<float[]> whole = denoise(model, SPREAD, 0, noisy, 45, 30);
        List<float[]> tiled = denoise(model, SPREAD, 8, noisy, 45, 30);
        for (int map = 0; map < 2; map++) assertArrayEquals(whole.get(map), tiled.get(map), 1e-5f);
    }

    /** Its four turns that keep the sides commute with a network that changes nothing. */
    @Test
    void aNetworkForOneOblongSizeIsShownFourOfTheEight() throws IOException {
        float[] noisy = noise(24);
        List<float[]> maps = denoise(TestModels.ofOneSize(), SPREAD, 0, noisy, 6, 4);
        assertArrayEquals(noisy, maps.get(0), 1e-6f);
        assertArrayEquals(new float[24], maps.get(1), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void theAverageIsOfTheInputsType(int bits) throws IOException {
        ImagePlus noisy = IJ.createImage("noisy", 7, 5, 2, bits);
        noisy.getStack().getProcessor(2).set(2, 1, bits == 24 ? 0x302010 : 40);
        ImagePlus denoised = denoise(TestModels.times(2, 0.5f, GREY), AVERAGE, noisy);
        assertEquals(bits, denoised.getBitDepth());
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions());
        int pixel = denoised.getStack().getProcessor(2).get(2, 1);
        if (bits < 32) assertEquals(bits == 24 ? 0x181008 : 20, pixel & 0xffffff);
    }

    @Test
    void everyChannelBecomesItsMaps() throws IOException {
        ImagePlus noisy = hyperstack(16);
        ImagePlus maps = denoise(TestModels.times(2, 2, GREY), SPREAD, noisy);
        assertEquals(32, maps.getBitDepth());
        assertArrayEquals(new int[] {7, 5, 4, 3, 2}, maps.getDimensions());
        for (int t = 1; t <= 2; t++)
            for (int z = 1; z <= 3; z++)
                for (int c = 1; c <= 2; c++) {
                    double grey = voxel(noisy, noisy.getStackIndex(c, z, t));
                    assertEquals(2 * grey, voxel(maps, maps.getStackIndex(2 * c - 1, z, t)), 1e-3);
                    assertEquals(0, voxel(maps, maps.getStackIndex(2 * c, z, t)));
                }
    }

    @Test
    void mapsAreNamedBehindTheLabelsOfTheImage() throws IOException {
        ImagePlus noisy = hyperstack(8);
        noisy.getStack().setSliceLabel("dapi\nexposure = 3", 2);
        Estimate samples = new Estimate.Samples(2, 1);
        ImagePlus maps = denoise(TestModels.variational(), samples, noisy);
        assertArrayEquals(
                new String[] {
                    "mean",
                    "standard deviation",
                    "sample 1",
                    "sample 2",
                    "dapi, mean\nexposure = 3",
                    "dapi, standard deviation\nexposure = 3",
                    "dapi, sample 1\nexposure = 3",
                    "dapi, sample 2\nexposure = 3"
                },
                Arrays.copyOf(maps.getStack().getSliceLabels(), 8));
    }

    @Test
    void deviationsAreShownFromZeroToTheirHighest() throws IOException {
        ImagePlus noisy = IJ.createImage("ramp", "8-bit ramp", 21, 13, 1);
        noisy.setDisplayRange(10, 90);
        CompositeImage maps = (CompositeImage) denoise(randomNetwork(2, 1), SPREAD, noisy);
        assertEquals(10, maps.getChannelLut(1).min);
        assertEquals(90, maps.getChannelLut(1).max);
        assertEquals(0, maps.getChannelLut(2).min);
        float highest = 0;
        for (float value : (float[]) maps.getStack().getPixels(2))
            highest = Math.max(highest, value);
        assertTrue(highest > 0);
        assertEquals(highest, maps.getChannelLut(2).max);
    }

    @Test
    void meanAndDeviationAreThoseOfTheReturnedSamples() throws IOException {
        float[] noisy = noise(19 * 13);
        List<float[]> maps = denoise(vae(2), new Estimate.Samples(5, 3), 0, noisy, 19, 13);
        assertEquals(7, maps.size());
        RunningMoments moments = new RunningMoments(noisy.length);
        maps.subList(2, 7).forEach(moments::add);
        assertArrayEquals(moments.mean(), maps.get(0));
        assertArrayEquals(moments.standardDeviation(), maps.get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void samplesAreThoseOfTheSeed(int dimensions) throws IOException {
        long[] size = {10, 8, 6};
        float[] noisy = noise(480);
        List<float[]> two = denoise(vae(dimensions), new Estimate.Samples(2, 3), 0, noisy, size);
        List<float[]> three = denoise(vae(dimensions), new Estimate.Samples(3, 3), 0, noisy, size);
        assertArrayEquals(two.get(2), three.get(2));
        assertArrayEquals(two.get(3), three.get(3));
        assertFalse(Arrays.equals(two.get(2), two.get(3)));
        List<float[]> other = denoise(vae(dimensions), new Estimate.Samples(2, 4), 0, noisy, size);
        assertFalse(Arrays.equals(two.get(2), other.get(2)));
    }

    @Test
    void samplesWithoutALatentCodeAreRefused() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                denoise(
                                        randomNetwork(2, 1),
                                        new Estimate.Samples(2, 1),
                                        hyperstack(8)));
        assertEquals(
                "The model test has no latent code to sample: only a variational network has one.",
                refusal.getMessage());
    }

    @Test
    void whoAsksForSamplesOfACollapsedModelIsWarned() throws IOException {
        TrainedModel model = withCodeUse(vae(2), new CodeUse(3, 0));
        String warning = warning(model, new Estimate.Samples(2, 1)).orElseThrow();
        assertEquals(
                "The samples of the model test tell nothing of the image. The posterior has"
                        + " collapsed: 0 of the 3 channels of the latent code are in use",
                warning.substring(0, warning.indexOf(',')));
        assertEquals(Optional.empty(), warning(model, SPREAD));
        TrainedModel sound = withCodeUse(vae(2), new CodeUse(3, 2));
        assertEquals(Optional.empty(), warning(sound, new Estimate.Samples(2, 1)));
    }

    @Test
    void progressIsThatOfAllPasses() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        assertEquals(8 * 7 * 5 * 12, total);
                        told.add(done);
                    }
                };
        try (var denoiser = new ImageDenoiser(TestModels.times(2, 1, GREY), settings(SPREAD, 0))) {
            denoiser.denoise(hyperstack(8), listener);
        }
        assertEquals(8 * 12, told.size());
        assertEquals(8 * 7 * 5 * 12, told.get(told.size() - 1));
    }

    @Test
    void theListenerStopsItInTheMidst() {
        DenoisingListener impatient =
                new DenoisingListener() {
                    private int told;

                    @Override
                    public void tileDone(long done, long total) {
                        told++;
                    }

                    @Override
                    public boolean isStopped() {
                        return told == 3;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> {
                    var model = TestModels.times(2, 1, GREY);
                    try (var denoiser = new ImageDenoiser(model, settings(SPREAD, 0))) {
                        denoiser.denoise(hyperstack(8), impatient);
                    }
                });
    }

    @Test
    void wordsAreReadAndOthersRefused() {
        assertEquals(Estimate.PLAIN, Uncertainty.parse("none").estimate(0, 1));
        assertEquals(AVERAGE, Uncertainty.parse("average").estimate(0, 1));
        assertEquals(SPREAD, Uncertainty.parse(" Spread ").estimate(0, 1));
        assertEquals(new Estimate.Samples(4, 7), Uncertainty.parse("samples").estimate(4, 7));
        assertEquals(
                "Unknown uncertainty 'some': choose none, average, spread or samples.",
                assertThrows(IllegalArgumentException.class, () -> Uncertainty.parse("some"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Uncertainty.SAMPLES.estimate(10_001, 1));
    }

    private static TrainedModel withCodeUse(TrainedModel model, CodeUse use) {
        return new TrainedModel(model.card().withCodeUse(use), model.graph(), model.weights());
    }

    private static Optional<String> warning(TrainedModel model, Estimate estimate)
            throws IOException {
        try (var denoiser = new ImageDenoiser(model, settings(estimate, 0))) {
            return denoiser.warning();
        }
    }

    private static void assertTurnsWithTheImage(TrainedModel model, int tile, long... size)
            throws IOException {
        int pixels = (int) Arrays.stream(size).reduce(1, (a, b) -> a * b);
        RandomAccessibleInterval<FloatType> noisy = ArrayImgs.floats(noise(pixels), size);
        float[] upright = denoise(model, AVERAGE, tile, values(noisy), size).get(0);
        for (Orientation turn : Orientation.ofPlanes()) {
            RandomAccessibleInterval<FloatType> turned = turn.view(noisy);
            float[] mean =
                    denoise(model, AVERAGE, tile, values(turned), turned.dimensionsAsLongArray())
                            .get(0);
            assertArrayEquals(values(turn.view(ArrayImgs.floats(upright, size))), mean, 1e-5f);
        }
    }

    /** What the network makes of the turned image, turned back; of 9 x 6 pixels. */
    private static float[] turned(TrainedModel model, Orientation turn, float[] noisy)
            throws IOException {
        var seen = turn.view(ArrayImgs.floats(noisy, 9, 6));
        long[] size = seen.dimensionsAsLongArray();
        float[] denoised = denoise(model, Estimate.PLAIN, 0, values(seen), size).get(0);
        float[] back = new float[noisy.length];
        var target = turn.view(ArrayImgs.floats(back, 9, 6));
        var pixels = Views.flatIterable(target).cursor();
        for (float value : denoised) pixels.next().set(value);
        return back;
    }

    private static float[] values(RandomAccessibleInterval<FloatType> image) {
        float[] values = new float[(int) image.size()];
        var cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
        return values;
    }

    private static List<float[]> denoise(
            TrainedModel model, Estimate estimate, int tile, float[] noisy, long... size)
            throws IOException {
        List<float[]> maps = new ArrayList<>();
        for (int i = 0; i < Math.max(1, estimate.maps().size()); i++)
            maps.add(new float[noisy.length]);
        try (var denoiser = new ImageDenoiser(model, settings(estimate, tile))) {
            denoiser.denoise(
                    image(noisy, size),
                    maps.stream().map(map -> image(map, size)).toList(),
                    DenoisingListener.NONE);
        }
        return maps;
    }

    private static ImagePlus denoise(TrainedModel model, Estimate estimate, ImagePlus noisy)
            throws IOException {
        try (var denoiser = new ImageDenoiser(model, settings(estimate, 0))) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    private static DenoisingSettings settings(Estimate estimate, int tile) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, false, estimate);
    }

    private static AxisImage image(float[] pixels, long... size) {
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.Z).subList(0, size.length);
        return new AxisImage(ArrayImgs.floats(pixels, size), axes);
    }

    private static TrainedModel randomNetwork(int dimensions, int levels) {
        Architecture net = new ResBlockAutoencoder(dimensions, 2, levels, 1, true, Head.LINEAR);
        return TestModels.random(net.graph(), UNIT);
    }

    private static TrainedModel vae(int dimensions) {
        var around = new ResBlockAutoencoder(dimensions, 2, 1, 1, false, Head.LINEAR);
        return TestModels.random(new ResBlockVariational(around, 3).graph(), UNIT);
    }

    private static float[] noise(int pixels) {
        Random random = new Random(3);
        float[] noise = new float[pixels];
        for (int i = 0; i < pixels; i++) noise[i] = random.nextFloat();
        return noise;
    }

    /** 7 x 5 pixels, 2 channels, 3 slices and 2 frames; each plane has its number as grey value. */
    private static ImagePlus hyperstack(int bits) {
        ImagePlus stack = IJ.createHyperStack("stack", 7, 5, 2, 3, 2, bits);
        for (int plane = 1; plane <= 12; plane++) stack.getStack().getProcessor(plane).add(plane);
        return stack;
    }

    private static double voxel(ImagePlus image, int plane) {
        return image.getStack().getVoxel(6, 4, plane - 1);
    }
}
