package io.github.noise2clean.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.blocks.ZarrSamples.Kind;
import io.github.noise2clean.denoise.TestModels;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.LinearMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.zarr.PixelType;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeIntensitiesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void percentilesAreExactOfEveryType(PixelType type) throws IOException {
        for (String rule :
                List.of("percentile:0.3,99.9", "percentile:0,100", "percentile:50,50.01"))
            assertExact(rule, type, 0);
    }

    @ParameterizedTest
    @EnumSource
    void meanAndDeviationAreThoseOfAllPixels(PixelType type) throws IOException {
        assertExact("mean-std", type, 1e-12);
    }

    @Test
    void keysOfFloatsAreInTheirOrderAndLeadBack() {
        float[] greys = {-Float.MAX_VALUE, -1.5f, -Float.MIN_VALUE, -0f, 0f, 1e-30f, 7f, 3e38f};
        for (int i = 0; i < greys.length; i++) {
            assertEquals(greys[i], GreyKeys.FLOAT.grey(GreyKeys.FLOAT.key(greys[i])));
            assertEquals(
                    greys[i],
                    GreyKeys.FLOAT.grey(
                            GreyKeys.FLOAT.first(greys[i]), GreyKeys.FLOAT.second(greys[i])));
            if (i > 0)
                assertTrue(
                        Integer.compareUnsigned(
                                        GreyKeys.FLOAT.key(greys[i - 1]),
                                        GreyKeys.FLOAT.key(greys[i]))
                                < 0);
        }
    }

    @Test
    void rangesHoldEachBlockOnce() {
        for (long blocks : new long[] {1, 5, 256, 1000}) {
            long next = 0;
            for (Range range : Range.of(blocks, 256)) {
                assertEquals(next, range.first());
                next = range.end();
            }
            assertEquals(blocks, next);
        }
    }

    @Test
    void rulesThatNeedNoPixelsReadNone() throws IOException {
        StoredImage image = image(PixelType.UINT8);
        TaskRunner none =
                new TaskRunner() {
                    @Override
                    public <T extends Serializable, R extends Serializable> void run(
                            List<T> tasks, Work<T, R> work, Consumer<R> done) {
                        throw new AssertionError("tasks are run");
                    }
                };
        var whole = new WholeIntensities(image, place(PixelType.UINT8), none, JobListener.NONE);
        assertEquals(2, whole.of(model("fixed:0,100")).size());
        assertEquals(2, whole.of(model("anscombe:2,5,1")).size());
    }

    @Test
    void aRuleThatLooksForTheNoiseIsGivenASample() throws IOException {
        Kind kind = new Kind(PixelType.UINT16, "xyzt", new int[] {64, 64, 1, 1}, 300, 200, 3, 2);
        Path file = new ZarrSamples(folder).image("large", kind);
        StoredImage image = StoredImage.open(file.toString());
        var whole =
                new WholeIntensities(image, file.toString(), new TestRunner(), JobListener.NONE);
        assertTrue(whole.of(model("anscombe:auto")).get(0).toString().startsWith("anscombe:"));
        assertArrayEquals(
                new long[] {300, 200, 16},
                new BoxSample(image).read().pixels().dimensionsAsLongArray());
    }

    private void assertExact(String rule, PixelType type, double precision) throws IOException {
        StoredImage image = image(type);
        TrainedModel model = model(rule);
        var whole = new WholeIntensities(image, place(type), new TestRunner(), JobListener.NONE);
        List<LinearMap> found = new ArrayList<>();
        whole.of(model).forEach(map -> found.add((LinearMap) map));
        AxisImage pixels = image.read(image.grid().interval());
        for (int c = 0; c < 2; c++) {
            LinearMap exact = (LinearMap) model.intensities(pixels).get(c);
            assertEquals(exact.offset(), found.get(c).offset(), precision * 100);
            assertEquals(exact.scale(), found.get(c).scale(), precision * 100);
        }
    }

    private StoredImage image(PixelType type) throws IOException {
        Kind kind = new Kind(type, "xyzc", new int[] {16, 16, 2, 2}, 61, 43, 5, 2);
        new ZarrSamples(folder).image(type.name(), kind);
        return StoredImage.open(place(type));
    }

    private String place(PixelType type) {
        return folder.resolve(type.name()).toString();
    }

    private static TrainedModel model(String rule) {
        var net = new ResBlockAutoencoder(2, 3, 1, 1, true, Head.RESIDUAL);
        return TestModels.random(net.graph(), Normalization.parse(rule));
    }
}
