package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that stay in their files become what they would become in memory. */
class FileDenoisingTest {

    private static final Normalization PERCENTILES = new Normalization.Percentile(0.1, 99.9);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "8-bit,false",
        "16-bit,false",
        "32-bit,false",
        "16-bit,true",
        "RGB,false",
        "RGB,true"
    })
    void aPlaneBecomesTheSame(String type, boolean asFloat) throws IOException {
        assertSame(plane(type, 141, 67), TestModels.random(net(2).graph(), PERCENTILES), asFloat);
    }

    @Test
    void aPlaneOfManyStripsBecomesTheSame() throws IOException {
        ImagePlus wide = plane("16-bit", 36_001, 20);
        assertSame(wide, TestModels.random(net(2).graph(), new Normalization.MeanStd()), false);
    }

    @Test
    void aHyperstackBecomesTheSame() throws IOException {
        assertSame(hyperstack(), TestModels.random(net(2).graph(), PERCENTILES), false);
    }

    @Test
    void volumesBecomeTheSame() throws IOException {
        assertSame(hyperstack(), TestModels.random(net(3).graph(), PERCENTILES), false);
    }

    @Test
    void meansAndDeviationsAreTheSame() throws IOException {
        TrainedModel model = TestModels.random(net(2).graph(), PERCENTILES);
        for (Estimate estimate : List.of(new Estimate.Average(), new Estimate.Spread()))
            assertSame(hyperstack(), model, settings(false, estimate));
    }

    @Test
    void theOutcomeShowsWhatIsInTheFile() throws IOException {
        FileImage noisy = saved(plane("16-bit", 141, 67));
        TrainedModel model = TestModels.random(net(2).graph(), PERCENTILES);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings(false, Estimate.PLAIN))) {
            Outcome inFile = denoiser.outcome(noisy, result(), DenoisingListener.NONE);
            Outcome inMemory =
                    denoiser.outcome(ImageFiles.open(noisy.file()), DenoisingListener.NONE);
            assertEquals(
                    inMemory.mean().pixels().getAt(77, 33).get(),
                    inFile.mean().pixels().getAt(77, 33).get());
            assertEquals(inMemory.trustReport().toString(), inFile.trustReport().toString());
        }
    }

    @Test
    void whatIsStoppedLeavesNoFile() throws IOException {
        FileImage noisy = saved(hyperstack());
        TrainedModel model = TestModels.random(net(2).graph(), PERCENTILES);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings(false, Estimate.PLAIN))) {
            assertThrows(
                    CancellationException.class,
                    () -> denoiser.outcome(noisy, result(), new StoppingLater()));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(noisy.file()), files.toList());
        }
    }

    /** Stops after five tiles, before which there must be no result yet. */
    private final class StoppingLater implements DenoisingListener {

        private int tiles;

        @Override
        public void tileDone(long done, long total) {
            tiles++;
            assertFalse(Files.exists(result()));
        }

        @Override
        public boolean isStopped() {
            return tiles == 5;
        }
    }

    private void assertSame(ImagePlus noisy, TrainedModel model, boolean asFloat)
            throws IOException {
        assertSame(noisy, model, settings(asFloat, Estimate.PLAIN));
    }

    private void assertSame(ImagePlus noisy, TrainedModel model, DenoisingSettings settings)
            throws IOException {
        FileImage inFile = saved(noisy);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            denoiser.outcome(inFile, result(), DenoisingListener.NONE);
            ImagePlus inMemory =
                    denoiser.denoise(ImageFiles.open(inFile.file()), DenoisingListener.NONE);
            Path other = folder.resolve("memory.tif");
            ImageFiles.save(inMemory, other);
            assertSameImage(ImageFiles.open(other), ImageFiles.open(result()));
        }
    }

    private static void assertSameImage(ImagePlus expected, ImagePlus made) {
        assertEquals(expected.getBitDepth(), made.getBitDepth());
        assertArrayEquals(expected.getDimensions(), made.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertEquals(expected.getStack().getSliceLabel(i), made.getStack().getSliceLabel(i));
            Object[] planes = {expected.getStack().getPixels(i), made.getStack().getPixels(i)};
            if (planes[0] instanceof byte[] bytes) assertArrayEquals(bytes, (byte[]) planes[1]);
            else if (planes[0] instanceof short[] shorts)
                assertArrayEquals(shorts, (short[]) planes[1]);
            else if (planes[0] instanceof int[] ints) assertArrayEquals(ints, (int[]) planes[1]);
            else assertArrayEquals((float[]) planes[0], (float[]) planes[1]);
        }
        assertEquals(expected.getCalibration().toString(), made.getCalibration().toString());
        assertArrayEquals(expected.getPropertiesAsArray(), made.getPropertiesAsArray());
        assertEquals(expected.getDisplayRangeMax(), made.getDisplayRangeMax());
        assertEquals(expected.isComposite(), made.isComposite());
        if (expected instanceof CompositeImage composite)
            for (int c = 0; c < composite.getNChannels(); c++) {
                assertArrayEquals(composite.getLuts()[c].getBytes(), made.getLuts()[c].getBytes());
                assertEquals(composite.getLuts()[c].max, made.getLuts()[c].max);
            }
    }

    private FileImage saved(ImagePlus image) throws IOException {
        Path file = folder.resolve("noisy.tif");
        ImageFiles.save(image, file);
        return ImageFiles.inPlace(file, new PlaneCache(1 << 22)).orElseThrow();
    }

    private Path result() {
        return folder.resolve("denoised.tif");
    }

    private static ResBlockAutoencoder net(int dimensions) {
        return new ResBlockAutoencoder(dimensions, 2, 1, 1, true, Head.RESIDUAL);
    }

    private static DenoisingSettings settings(boolean asFloat, Estimate estimate) {
        return new DenoisingSettings(DeviceChoice.CPU, 32, asFloat, estimate);
    }

    private static ImagePlus plane(String type, int width, int height) {
        ImagePlus image = IJ.createImage("noisy", type + " ramp", width, height, 1);
        addNoise(image);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.setUnit("micron");
        image.setProp("dye", "DAPI");
        return image;
    }

    /** 2 channels, 5 slices, 2 frames. */
    private static ImagePlus hyperstack() {
        ImagePlus image = IJ.createImage("noisy", "16-bit ramp", 61, 45, 20);
        image.setDimensions(2, 5, 2);
        image.setOpenAsHyperStack(true);
        addNoise(image);
        for (int i = 1; i <= 20; i++) image.getStack().setSliceLabel("plane " + i, i);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static void addNoise(ImagePlus image) {
        Random random = new Random(1);
        int highest = image.getBitDepth() == 8 ? 255 : 65535;
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor plane = image.getStack().getProcessor(i);
            for (int pixel = 0; pixel < plane.getPixelCount(); pixel++)
                switch (image.getBitDepth()) {
                    case 24 -> plane.set(pixel, 0xff << 24 | random.nextInt(1 << 24));
                    case 32 -> plane.setf(pixel, plane.getf(pixel) + random.nextFloat());
                    default -> plane.set(pixel, (plane.get(pixel) + random.nextInt(40)) & highest);
                }
        }
    }
}
