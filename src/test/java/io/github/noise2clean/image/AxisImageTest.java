package io.github.noise2clean.image;

import static io.github.noise2clean.image.Axis.CHANNEL;
import static io.github.noise2clean.image.Axis.TIME;
import static io.github.noise2clean.image.Axis.X;
import static io.github.noise2clean.image.Axis.Y;
import static io.github.noise2clean.image.Axis.Z;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisImageTest {

    /** Each pixel holds its position in ImageJ's order. */
    private static AxisImage image(List<Axis> axes, long... size) {
        var pixels = ArrayImgs.floats(size);
        int i = 0;
        for (FloatType pixel : pixels) pixel.set(i++);
        return new AxisImage(pixels, axes);
    }

    private static List<Float> firstPixels(List<RandomAccessibleInterval<FloatType>> parts) {
        return parts.stream().map(part -> part.firstElement().get()).toList();
    }

    @Test
    void planesComeChannelFirstThenZThenTime() {
        AxisImage image = image(List.of(X, Y, CHANNEL, Z, TIME), 1, 1, 2, 2, 2);
        assertEquals(List.of(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f), firstPixels(image.planes()));
        assertEquals(2, image.planes().get(0).numDimensions());
    }

    @Test
    void volumesKeepZ() {
        AxisImage image = image(List.of(X, Y, CHANNEL, Z), 1, 1, 2, 3);
        assertEquals(List.of(0f, 1f), firstPixels(image.volumes()));
        assertEquals(3, image.volumes().get(0).dimension(2));
    }

    @Test
    void aChannelHoldsAllItsPlanes() {
        AxisImage image = image(List.of(X, Y, CHANNEL, TIME), 1, 1, 2, 3);
        assertEquals(List.of(X, Y, TIME), image.channels().get(1).axes());
        assertEquals(List.of(1f, 3f, 5f), firstPixels(image.channels().get(1).planes()));
    }

    @Test
    void withoutAChannelAxisTheImageIsItsOnlyChannel() {
        AxisImage image = image(List.of(X, Y, Z), 4, 3, 2);
        assertEquals(List.of(image), image.channels());
        assertEquals(1, image.size(CHANNEL));
        assertEquals(3, image.size(Y));
    }

    @Test
    void aBoxIsCutOutOfAllPlanes() {
        AxisImage image = image(List.of(X, Y, Z), 4, 3, 2);
        AxisImage part = image.within(FinalInterval.createMinSize(2, 1, 2, 2));
        assertEquals(List.of(6f, 18f), firstPixels(part.planes()));
        assertEquals(6f, part.pixels().getAt(0, 0, 0).get());
        assertEquals(2, part.pixels().dimension(1));
    }

    @Test
    void channelsAreDealtOutInTurn() {
        AxisImage image = image(List.of(X, Y, CHANNEL, Z), 1, 1, 6, 2);
        List<AxisImage> dealt = image.dealt(3);
        assertEquals(List.of(0f, 3f, 6f, 9f), firstPixels(dealt.get(0).planes()));
        assertEquals(List.of(2f, 5f, 8f, 11f), firstPixels(dealt.get(2).planes()));
        assertEquals(image.axes(), dealt.get(1).axes());
        assertEquals(List.of(X, Y, Z), image.dealt(6).get(0).axes());
        assertThrows(IllegalArgumentException.class, () -> image.dealt(4));
    }

    @Test
    void axesMustFitThePixelsAndComeInOrder() {
        assertThrows(IllegalArgumentException.class, () -> image(List.of(X, Y), 2, 2, 2));
        assertThrows(
                IllegalArgumentException.class, () -> image(List.of(X, Y, TIME, Z), 2, 2, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> image(List.of(X, Z), 2, 2));
        assertThrows(IllegalArgumentException.class, () -> image(List.of(X), 2));
        assertThrows(IllegalArgumentException.class, () -> image(List.of(X, Y, Y), 2, 2, 2));
    }

    @Test
    void pixelsOfAnyTypeAndOriginAreSeenAsFloatsFromZero() {
        var bytes = ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, -1}, 2, 2);
        AxisImage image = AxisImage.of(Views.translate(bytes, 5, -3), "");
        assertEquals(List.of(X, Y), image.axes());
        assertEquals(255f, image.pixels().getAt(1, 1).get());
    }

    @Test
    void aThirdDimensionIsZUnlessToldOtherwise() {
        var pixels = ArrayImgs.doubles(2, 3, 4);
        assertEquals(List.of(X, Y, Z), AxisImage.of(pixels, "").axes());
        assertEquals(List.of(X, Y, TIME), AxisImage.of(pixels, " xyt ").axes());
    }

    @ParameterizedTest
    @CsvSource({
        "XY, 'The image has 4 dimensions, but the axes are ''XY'': give a letter for each.'",
        "XYZC, 'Unknown axes ''XYZC'': give X and Y, and then those of C, Z and T.'",
        "'', 'Unknown axes '''': give X and Y, and then those of C, Z and T.'"
    })
    void axesThatDoNotFitAreRefused(String axes, String reason) {
        var pixels = ArrayImgs.shorts(2, 2, 2, 2);
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> AxisImage.of(pixels, axes));
        assertEquals(reason, refusal.getMessage());
    }

    @Test
    void aBlankImageHasSizeAndAxesOfAnotherAndPixelsOfItsOwn() {
        AxisImage full = image(List.of(X, Y, TIME), 2, 3, 4);
        AxisImage blank = full.blank();
        assertEquals(full.axes(), blank.axes());
        assertArrayEquals(new long[] {2, 3, 4}, blank.pixels().dimensionsAsLongArray());
        blank.pixels().forEach(pixel -> assertEquals(0, pixel.get()));
        assertEquals(23, full.pixels().getAt(1, 2, 3).get());
    }
}
