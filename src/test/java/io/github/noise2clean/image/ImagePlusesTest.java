package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusesTest {

    private static RandomAccessibleInterval<FloatType> pixels(ImagePlus image) {
        return ImagePluses.view(image).pixels();
    }

    private static void write(ImagePlus image, float value) {
        pixels(image).getAt(1, 0).set(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void everyGreyTypeIsSeenInStackOrder(int bitDepth) {
        AxisImage view = ImagePluses.view(TestImages.grey(bitDepth, 2, 3, 2));
        assertEquals(List.of(Axis.values()), view.axes());
        var planes = view.planes();
        assertEquals(12, planes.size());
        for (int s = 0; s < 12; s++) assertEquals(10 * s + 6, planes.get(s).getAt(2, 1).get());
    }

    @Test
    void axesOfSizeOneAreLeftOutButNotXAndY() {
        ImagePlus line = new ImagePlus("line", new ByteProcessor(1, 7));
        assertEquals(List.of(Axis.X, Axis.Y), ImagePluses.view(line).axes());
        assertEquals(
                List.of(Axis.X, Axis.Y, Axis.TIME),
                ImagePluses.view(TestImages.grey(8, 1, 1, 5)).axes());
    }

    @Test
    void writingReachesTheImageRoundedAndClamped() {
        ImagePlus image = new ImagePlus("", new ByteProcessor(2, 1));
        write(image, 7.5f);
        assertEquals(8, image.getProcessor().get(1, 0));
        write(image, 300);
        assertEquals(255, image.getProcessor().get(1, 0));
        write(image, -1);
        assertEquals(0, image.getProcessor().get(1, 0));
        write(image, Float.NaN);
        assertEquals(0, image.getProcessor().get(1, 0));
    }

    @Test
    void sixteenBitHoldsUpTo65535() {
        ImagePlus image = new ImagePlus("", new ShortProcessor(2, 1));
        write(image, Float.POSITIVE_INFINITY);
        assertEquals(65535, image.getProcessor().get(1, 0));
        assertEquals(65535, pixels(image).getAt(1, 0).get());
    }

    @Test
    void floatsAreSharedUnchanged() {
        ImagePlus image = new ImagePlus("", new FloatProcessor(2, 1));
        write(image, -1.25e-30f);
        assertEquals(-1.25e-30f, image.getProcessor().getf(1, 0));
    }

    @Test
    void rgbIsAChannelAxisOfRedGreenBlue() {
        ImagePlus image = new ImagePlus("", new ColorProcessor(1, 1, new int[] {0xff102030}));
        AxisImage view = ImagePluses.view(image);
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL), view.axes());
        assertEquals(0x10, view.pixels().getAt(0, 0, 0).get());
        assertEquals(0x30, view.pixels().getAt(0, 0, 2).get());
        view.pixels().getAt(0, 0, 1).set(999);
        assertEquals(0xff10ff30, image.getProcessor().get(0));
    }

    @Test
    void rgbStacksKeepTheirPlanes() {
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < 3; i++)
            stack.addSlice(new ColorProcessor(1, 1, new int[] {i << 16 | 7}));
        AxisImage view = ImagePluses.view(new ImagePlus("", stack));
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), view.axes());
        assertEquals(2, view.pixels().getAt(0, 0, 0, 2).get());
        assertEquals(7, view.pixels().getAt(0, 0, 2, 1).get());
    }

    @Test
    void rgbWithChannelsIsRefused() {
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < 2; i++) stack.addSlice(new ColorProcessor(1, 1));
        ImagePlus image = new ImagePlus("strange", stack);
        image.setDimensions(2, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> ImagePluses.view(image));
    }

    @Test
    void anImageWithoutPixelsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ImagePluses.view(new ImagePlus()));
    }

    @Test
    void viewingDoesNotChangeASingleImage() {
        ImagePlus image = new ImagePlus("", new ByteProcessor(2, 1));
        ImagePluses.view(image);
        ImagePluses.blankCopy(image, true);
        assertFalse(image.hasImageStack());
    }

    @Test
    void dataRangeIsTheTypeOfEightBitAndThePixelsOfOthers() {
        assertEquals(new DataRange(0, 255), ImagePluses.dataRange(TestImages.grey(8, 1, 2, 1)));
        assertEquals(new DataRange(0, 31), ImagePluses.dataRange(TestImages.grey(16, 1, 3, 1)));
        float[] values = {Float.NaN, -2, Float.POSITIVE_INFINITY, 3};
        ImagePlus image = new ImagePlus("", new FloatProcessor(4, 1, values));
        assertEquals(new DataRange(-2, 3), ImagePluses.dataRange(image));
        assertEquals(5, ImagePluses.dataRange(image).width());
    }

    @Test
    void aBlankCopyIsBlankAndOfTheSameTypeAndSize() {
        ImagePlus input = TestImages.annotatedHyperstack();
        ImagePlus copy = ImagePluses.blankCopy(input, false);
        assertArrayEquals(input.getDimensions(), copy.getDimensions());
        assertEquals(16, copy.getBitDepth());
        assertEquals(new DataRange(0, 0), ImagePluses.dataRange(copy));
        assertEquals(115 + 6, pixels(input).getAt(3, 2, 1, 1, 2).get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBlankCopyKeepsTheMetadata(boolean asFloat) {
        ImagePlus copy = ImagePluses.blankCopy(TestImages.annotatedHyperstack(), asFloat);
        assertEquals("annotated", copy.getTitle());
        assertEquals("label 11", copy.getStack().getSliceLabel(12));
        assertEquals("objective = 63x", copy.getInfoProperty());
        assertEquals("DAPI", copy.getProp("dye"));
        assertEquals(3, copy.getOverlay().get(0).getTPosition());
        assertEquals(3, copy.getRoi().getBounds().width);
        Calibration calibration = copy.getCalibration();
        assertEquals(0.5, calibration.pixelHeight);
        assertEquals("min", calibration.getTimeUnit());
        assertEquals(7, calibration.xOrigin);
        assertEquals(asFloat ? 5 : 11, calibration.getCValue(5));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBlankCopyKeepsLutsAndRangesOfChannels(boolean asFloat) {
        ImagePlus copy = ImagePluses.blankCopy(TestImages.annotatedHyperstack(), asFloat);
        assertEquals(CompositeImage.COMPOSITE, copy.getDisplayMode());
        LUT[] luts = copy.getLuts();
        assertEquals(Color.MAGENTA.getRGB(), luts[0].getRGB(255));
        assertEquals(Color.YELLOW.getRGB(), luts[1].getRGB(255));
        assertArrayEquals(
                new double[] {3, 99, 7, 42},
                new double[] {luts[0].min, luts[0].max, luts[1].min, luts[1].max});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBlankCopyOfASingleImageKeepsItsLutAndRange(boolean asFloat) {
        ImagePlus input = new ImagePlus("one", new ByteProcessor(4, 4));
        input.getProcessor().setLut(LUT.createLutFromColor(Color.CYAN));
        input.setDisplayRange(20, 80);
        input.setProp("Slice_Label", "named");
        ImagePlus copy = ImagePluses.blankCopy(input, asFloat);
        assertEquals(asFloat ? ImagePlus.GRAY32 : input.getType(), copy.getType());
        assertEquals(20, copy.getDisplayRangeMin());
        assertEquals(80, copy.getDisplayRangeMax());
        assertEquals(input.getLuts()[0].getRGB(255), copy.getLuts()[0].getRGB(255));
        assertEquals("named", copy.getStack().getSliceLabel(1));
    }

    @Test
    void mapsKeepWhatBelongsToTheirChannel() {
        ImagePlus input = TestImages.annotatedHyperstack();
        Roi onSecond = new Roi(1, 1, 1, 1);
        onSecond.setPosition(2, 1, 1);
        Roi onThirdPlane = new Roi(0, 0, 1, 1);
        onThirdPlane.setPosition(3);
        input.setOverlay(new Overlay(onSecond));
        input.getOverlay().add(onThirdPlane);
        ImagePlus maps = ImagePluses.blankMaps(input, List.of("a", "b", "c"));
        assertEquals(3 * input.getNChannels(), maps.getNChannels());
        assertEquals(input.getNSlices(), maps.getNSlices());
        assertEquals(input.getNFrames(), maps.getNFrames());
        assertEquals(32, maps.getBitDepth());
        assertEquals(CompositeImage.COLOR, maps.getDisplayMode());
        LUT[] luts = maps.getLuts();
        assertEquals(Color.MAGENTA.getRGB(), luts[2].getRGB(255));
        assertEquals(Color.YELLOW.getRGB(), luts[3].getRGB(255));
        assertEquals(42, luts[5].max);
        assertEquals(4, maps.getOverlay().get(0).getCPosition());
        int[] third = input.convertIndexToPosition(3);
        Roi moved = maps.getOverlay().get(1);
        assertArrayEquals(
                new int[] {3 * third[0] - 2, third[1], third[2]},
                new int[] {moved.getCPosition(), moved.getZPosition(), moved.getTPosition()});
    }

    @Test
    void mapsOfAColourImageAreThoseOfItsColours() {
        ImageStack stack = new ImageStack(2, 2);
        for (int i = 0; i < 2; i++) stack.addSlice(null, new ColorProcessor(2, 2));
        ImagePlus maps = ImagePluses.blankMaps(new ImagePlus("colour", stack), List.of("a", "b"));
        assertArrayEquals(new int[] {2, 2, 6, 2, 1}, maps.getDimensions());
        assertEquals(Color.GREEN.getRGB(), maps.getLuts()[3].getRGB(255));
        assertEquals("b", maps.getStack().getSliceLabel(12));
    }

    @Test
    void rgbAsFloatBecomesThreeCompositeChannels() {
        ImageStack stack = new ImageStack(2, 2);
        for (String label : Arrays.asList("a", "b"))
            stack.addSlice(label, new ColorProcessor(2, 2));
        ImagePlus input = new ImagePlus("colour", stack);
        Roi roi = new Roi(0, 0, 1, 1);
        roi.setPosition(2);
        input.setOverlay(new Overlay(roi));
        ImagePlus copy = ImagePluses.blankCopy(input, true);
        assertArrayEquals(new int[] {2, 2, 3, 2, 1}, copy.getDimensions());
        assertEquals(32, copy.getBitDepth());
        assertEquals("b", copy.getStack().getSliceLabel(6));
        assertEquals(Color.GREEN.getRGB(), copy.getLuts()[1].getRGB(255));
        assertEquals(255, copy.getLuts()[2].max);
        assertEquals(2, copy.getOverlay().get(0).getZPosition());
    }

    @Test
    void rgbStaysRgb() {
        ImagePlus copy = ImagePluses.blankCopy(new ImagePlus("", new ColorProcessor(2, 2)), false);
        assertEquals(ImagePlus.COLOR_RGB, copy.getType());
    }
}
