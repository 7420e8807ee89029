package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PairIntensitiesTest {

    private static final Blobs SCENE = new Blobs(64, 64, 0, 0);
    private static final Targets CLEAN =
            new Targets(List.of(image(0, 1, 0), image(0, 1, 0)), new DataRange(0, 200));

    @Test
    void cleanChannelsAreGivenTheGreyValuesOfTheNoisyOnes() {
        Targets matched =
                PairIntensities.MATCHED.targets(
                        List.of(image(20, 0.5, 30), image(20, 3, -100)), CLEAN);
        assertClose(image(0, 0.5, 30), matched.channels().get(0));
        assertClose(image(0, 3, -100), matched.channels().get(1));
        assertEquals(30, matched.range().min(), 2);
        assertEquals(130, matched.range().max(), 4);
    }

    @Test
    void whatDoesNotResembleTheNoisyImageIsLeftAlone() {
        List<AxisImage> noise = List.of(image(20, 0, 90), image(20, -1, 90));
        Targets kept = PairIntensities.MATCHED.targets(noise, CLEAN);
        assertClose(image(0, 1, 0), kept.channels().get(0));
        assertClose(image(0, 1, 0), kept.channels().get(1));
        assertEquals(CLEAN.range(), kept.range());
    }

    @Test
    void asGivenNothingIsChanged() {
        List<AxisImage> noisy = List.of(image(0, 2, 0), image(0, 3, 0));
        assertSame(CLEAN, PairIntensities.AS_GIVEN.targets(noisy, CLEAN));
    }

    private static void assertClose(AxisImage expected, AxisImage actual) {
        Cursor<FloatType> pixels = Views.flatIterable(actual.pixels()).cursor();
        for (FloatType pixel : Views.flatIterable(expected.pixels()))
            assertEquals(pixel.get(), pixels.next().get(), 8);
    }

    /** The scene times a slope, plus an offset, with noise. */
    private static AxisImage image(double noise, double slope, double offset) {
        RandomAccessibleInterval<FloatType> image = SCENE.image(0, 1);
        Cursor<FloatType> grain =
                Views.flatIterable(SCENE.movedBy(1e6, 0).image(noise, 3)).cursor();
        for (FloatType pixel : Views.flatIterable(image))
            pixel.set((float) (slope * pixel.get() + offset + grain.next().get()));
        return new AxisImage(image, List.of(Axis.X, Axis.Y));
    }
}
