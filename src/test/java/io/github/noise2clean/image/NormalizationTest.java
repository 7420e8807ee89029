package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {

    private static RandomAccessibleInterval<FloatType> row(float... values) {
        return ArrayImgs.floats(values, values.length, 1);
    }

    @Test
    void fixedMapsItsBoundsToZeroAndOne() {
        IntensityMap map = new Normalization.Fixed(100, 300).fit(row(5));
        assertEquals(0, map.normalize(100f));
        assertEquals(1, map.normalize(300f));
        assertEquals(200, map.restore(0.5f));
    }

    @Test
    void percentilesInterpolateAsNumpyDoes() {
        var pixels = row(10, 0, 20, 40, 30);
        IntensityMap map = new Normalization.Percentile(10, 90).fit(pixels);
        assertEquals(IntensityMap.linear(4, 32), map);
    }

    @Test
    void percentilesOfAMillionsOfPixelsComeFromEvenlySpacedOnes() {
        var pixels = ArrayImgs.floats(2000, 1500);
        int i = 0;
        for (FloatType pixel : pixels) pixel.set(i++ % 2000);
        LinearMap map = (LinearMap) new Normalization.Percentile(25, 75).fit(pixels);
        assertEquals(500, map.offset(), 2);
        assertEquals(1000, map.scale(), 2);
    }

    @Test
    void percentilesThatCoincideGiveWayToTheWholeRange() {
        float[] sparse = new float[1000];
        sparse[500] = 9;
        assertEquals(
                IntensityMap.linear(0, 9), new Normalization.Percentile(1, 99).fit(row(sparse)));
    }

    @Test
    void meanStdUsesThePopulation() {
        LinearMap map = (LinearMap) new Normalization.MeanStd().fit(row(1, 2, 3, 4));
        assertEquals(2.5, map.offset());
        assertEquals(Math.sqrt(1.25), map.scale(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"percentile:1,99", "mean-std"})
    void aConstantImageIsOnlyShifted(String rule) {
        assertEquals(IntensityMap.linear(7, 1), Normalization.parse(rule).fit(row(7, 7, 7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"percentile:0,100", "mean-std"})
    void pixelsThatAreNotFiniteDoNotCount(String rule) {
        var spoilt = row(1, Float.NaN, 3, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        assertEquals(
                Normalization.parse(rule).fit(row(1, 3)), Normalization.parse(rule).fit(spoilt));
        assertEquals(IntensityMap.linear(0, 1), Normalization.parse(rule).fit(row(Float.NaN)));
    }

    @Test
    void theViewsInvertEachOther() {
        IntensityMap map = IntensityMap.linear(100, 8);
        var normalized = map.normalize(row(100, 108, 102));
        assertEquals(0.25f, normalized.getAt(2, 0).get());
        assertEquals(102, map.restore(normalized).getAt(2, 0).get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed:0,255",
                "fixed:-1.5,0.001",
                "percentile:0.1,99.9",
                "mean-std",
                "anscombe:2,100,5",
                "anscombe:0.25,-3.5,0",
                "anscombe:auto"
            })
    void textIsReadAndWrittenAlike(String text) {
        assertEquals(text, Normalization.parse(text).toString());
    }

    @Test
    void numbersSurviveTheText() {
        var fixed = new Normalization.Fixed(-1e-30, 1.0 / 3);
        assertEquals(fixed, Normalization.parse(fixed.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fixed",
                "fixed:1",
                "fixed:2,1",
                "fixed:a,b",
                "percentile:-1,50",
                "min:0,1",
                "percentile:0,101",
                "fixed:0,1,2",
                "mean-std:1,2",
                "anscombe:1,2",
                "anscombe:0,100,0",
                "anscombe:automatic"
            })
    void otherTextIsRefusedWithASentence(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> Normalization.parse(text));
        assertTrue(e.getMessage().contains("\"" + text + "\" is not understood"), e.getMessage());
    }
}
