package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.noise2clean.denoise.RegionDenoiser.Region;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionDenoiserTest {

    /** That of float, in images whose grey values span about 200. */
    private static final double PRECISION = 2e-3;

    private static final Normalization OF_ALL = new Normalization.Percentile(1, 99);

    /** Inside, off the grid of halvings, in all corners, and the whole. */
    private static final List<Rectangle> BOXES =
            List.of(
                    new Rectangle(37, 41, 33, 22),
                    new Rectangle(64, 32, 48, 48),
                    new Rectangle(0, 0, 20, 20),
                    new Rectangle(100, 70, 30, 33),
                    new Rectangle(0, 83, 7, 20),
                    new Rectangle(0, 0, 130, 103));

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "32-bit", "RGB"})
    void aRegionEqualsThatOfTheWhole(String type) throws IOException {
        ImagePlus noisy = random(IJ.createImage("noisy", type, 130, 103, 1));
        assertRegionsEqualTheWhole(planar(), noisy, AxisChoice.AUTO);
    }

    @Test
    void everyChannelSliceAndFrameEqualsThatOfTheWhole() throws IOException {
        ImagePlus stack = random(IJ.createImage("noisy", "16-bit", 130, 103, 12));
        stack.setDimensions(2, 3, 2);
        ImagePlus noisy = new CompositeImage(stack, CompositeImage.COMPOSITE);
        assertRegionsEqualTheWhole(planar(), noisy, AxisChoice.AUTO);
    }

    @Test
    void aRegionOfAVolumeEqualsThatOfTheWhole() throws IOException {
        var net = new ResBlockAutoencoder(3, 2, 1, 1, true, Head.RESIDUAL);
        TrainedModel model = TestModels.random(net.graph(), OF_ALL);
        ImagePlus noisy = random(IJ.createImage("noisy", "32-bit", 130, 103, 9));
        assertRegionsEqualTheWhole(model, noisy, AxisChoice.AUTO);
        noisy.setDimensions(1, 1, 9);
        assertRegionsEqualTheWhole(model, noisy, AxisChoice.Z);
    }

    @Test
    void aRegionAmongItsNeighboursEqualsThatOfTheWhole() throws IOException {
        InputImages images = new InputImages(2, 1, 1, Optional.of(new PlaneContext(1, Axis.Z)));
        ImagePlus noisy = random(IJ.createImage("noisy", "32-bit", 130, 103, 5));
        assertRegionsEqualTheWhole(TestModels.random(images, OF_ALL), noisy, AxisChoice.AUTO);
    }

    @Test
    void theRegionHasTheColoursOfTheImage() throws IOException {
        ImagePlus noisy = random(IJ.createImage("noisy", "16-bit", 130, 103, 1));
        noisy.setLut(LUT.createLutFromColor(Color.RED));
        noisy.setDisplayRange(10, 300);
        try (ImageDenoiser denoiser = denoiser(planar(), AxisChoice.AUTO, false)) {
            ImagePlus region = region(denoiser, noisy, BOXES.get(0));
            assertEquals(10, region.getDisplayRangeMin());
            assertEquals(300, region.getDisplayRangeMax());
            assertEquals(0xffc80000, region.getProcessor().getColorModel().getRGB(200));
        }
    }

    @Test
    void aStaleRequestIsDropped() throws IOException {
        ImagePlus noisy = random(IJ.createImage("noisy", "8-bit", 130, 103, 1));
        DenoisingListener stale =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        try (ImageDenoiser denoiser = denoiser(planar(), AxisChoice.AUTO, false)) {
            RegionDenoiser regions = new RegionDenoiser(denoiser, noisy);
            Region region = new Region(BOXES.get(0), 1, 1);
            assertThrows(CancellationException.class, () -> regions.denoise(region, stale));
        }
    }

    private static TrainedModel planar() {
        var net = new ResBlockAutoencoder(2, 4, 2, 1, true, Head.RESIDUAL);
        return TestModels.random(net.graph(), OF_ALL);
    }

    private static ImagePlus region(ImageDenoiser denoiser, ImagePlus noisy, Rectangle box) {
        return new RegionDenoiser(denoiser, noisy)
                .denoise(new Region(box, 1, 1), DenoisingListener.NONE);
    }

    private static void assertRegionsEqualTheWhole(
            TrainedModel model, ImagePlus noisy, AxisChoice axes) throws IOException {
        try (ImageDenoiser denoiser = denoiser(model, axes, noisy.getBitDepth() != 24)) {
            ImagePlus whole = denoiser.denoise(noisy, DenoisingListener.NONE);
            RegionDenoiser regions = new RegionDenoiser(denoiser, noisy);
            for (Rectangle box : BOXES)
                for (int frame = 1; frame <= noisy.getNFrames(); frame++)
                    for (int slice = 1; slice <= noisy.getNSlices(); slice++)
                        assertEqual(
                                whole,
                                regions.denoise(
                                        new Region(box, slice, frame), DenoisingListener.NONE),
                                new Region(box, slice, frame));
        }
    }

    private static void assertEqual(ImagePlus whole, ImagePlus part, Region region) {
        Rectangle box = region.box();
        assertEquals(box.width + "x" + box.height, part.getWidth() + "x" + part.getHeight());
        assertEquals(whole.getNChannels(), part.getStackSize());
        for (int c = 1; c <= whole.getNChannels(); c++) {
            ImageProcessor expected =
                    whole.getStack()
                            .getProcessor(whole.getStackIndex(c, region.slice(), region.frame()));
            ImageProcessor found = part.getStack().getProcessor(c);
            for (int i = 0; i < box.width * box.height; i++) {
                int x = i % box.width;
                int y = i / box.width;
                assertEquals(
                        expected.getf(box.x + x, box.y + y),
                        found.getf(x, y),
                        PRECISION,
                        region + " at " + x + ", " + y);
            }
        }
    }

    private static ImageDenoiser denoiser(TrainedModel model, AxisChoice axes, boolean asFloat)
            throws IOException {
        return new ImageDenoiser(
                model, new DenoisingSettings(DeviceChoice.CPU, 0, asFloat, Estimate.PLAIN, axes));
    }

    /** Brighter in later planes, so that the intensities of a part are not those of the whole. */
    private static ImagePlus random(ImagePlus image) {
        Random random = new Random(5);
        for (int n = 1; n <= image.getStackSize(); n++) {
            ImageProcessor plane = image.getStack().getProcessor(n);
            for (int i = 0; i < plane.getPixelCount(); i++)
                plane.set(i % 130, i / 130, value(plane, 60 + 9 * n + random.nextInt(60)));
        }
        return image;
    }

    private static int value(ImageProcessor plane, int grey) {
        if (plane.getBitDepth() == 24) return grey << 16 | (grey / 2) << 8 | grey / 3;
        return plane.getBitDepth() == 32 ? Float.floatToIntBits(grey) : grey;
    }
}
