package io.github.noise2clean.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustReportTest {

    private static final DataRange EIGHT_BITS = new DataRange(0, 255);
    private static final float[] NOISE = Scene.noise(1, 1);
    private static final float[] NOISY = Scene.sum(Scene.clean(), NOISE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWellDenoisedPassesAll(long seed) {
        float[] noise = Scene.noise(seed, 1);
        assertSuspect(Set.of(), Scene.sum(Scene.clean(), noise), Scene.denoised(noise));
        assertSuspect(Set.of(), Scene.sum(Scene.clean(), noise), Scene.clean());
        float[] streaks = Scene.streaks(seed);
        assertSuspect(Set.of(), Scene.sum(Scene.clean(), streaks), Scene.denoised(streaks));
    }

    @Test
    void noiseThatGrowsWithTheSignalPassesToo() {
        float[] clean = Scene.clean();
        float[] noise = Scene.noise(5, 1);
        for (int i = 0; i < noise.length; i++) noise[i] *= (float) Math.sqrt(clean[i] / 60);
        assertSuspect(Set.of(), Scene.sum(clean, noise), Scene.denoised(noise));
    }

    @Test
    void anOffsetFailsTheMeanOnly() {
        float[] brighter = Scene.denoised(NOISE);
        for (int i = 0; i < brighter.length; i++) brighter[i] += 1;
        assertSuspect(EnumSet.of(Aspect.RESIDUAL_MEAN), NOISY, brighter);
        assertEquals(-1, value(Aspect.RESIDUAL_MEAN, brighter), 0.15);
        assertTrue(verdict(Aspect.RESIDUAL_MEAN, brighter).contains("brighter than the noisy"));
    }

    @Test
    void nothingRemovedFailsTheNoiseAndLeavesNothingToCorrelate() {
        assertSuspect(EnumSet.of(Aspect.NOISE_REMOVED), NOISY, NOISY.clone());
        assertEquals(0, value(Aspect.NOISE_REMOVED, NOISY));
        assertEquals(Double.NaN, value(Aspect.RESIDUAL_CORRELATION, NOISY));
    }

    @Test
    void halfTheNoiseRemovedIsTold() {
        float[] half = Scene.clean();
        for (int i = 0; i < half.length; i++) half[i] += NOISE[i] / 2;
        assertSuspect(EnumSet.of(Aspect.NOISE_REMOVED), NOISY, half);
        assertEquals(0.5, value(Aspect.NOISE_REMOVED, half), 0.02);
    }

    /** As blind spots do, which foresee the noise that neighbours share. */
    @Test
    void theSharedPartOfTheNoiseLeftFailsTheCorrelation() {
        float[] streaks = Scene.streaks(1);
        float[] foreseen = Scene.clean();
        for (int i = 1; i < foreseen.length - 1; i++)
            foreseen[i] += (streaks[i - 1] + streaks[i + 1]) / 3;
        Evidence evidence = evidence(Scene.sum(Scene.clean(), streaks), foreseen);
        Finding correlation = finding(evidence, Aspect.RESIDUAL_CORRELATION);
        assertTrue(correlation.value() < -0.3, correlation.toString());
        assertTrue(correlation.verdict().contains("some of the noise was taken for the image's"));
    }

    @Test
    void lostShadingFailsTheCorrelationOnly() {
        float[] waves = Scene.clean();
        for (int i = 0; i < waves.length; i++)
            waves[i] += (float) (9 * Math.sin(i % Scene.SIDE / 9.0) * Math.sin(i / 4000.0));
        assertSuspect(
                EnumSet.of(Aspect.RESIDUAL_CORRELATION),
                Scene.sum(waves, NOISE),
                Scene.denoised(NOISE));
    }

    @Test
    void structuresThatAreSmearedFailTheSignalLeft() {
        float[] smeared = Scene.blurred(NOISY, 3);
        Evidence evidence = evidence(NOISY, smeared);
        assertTrue(value(Aspect.SIGNAL_LEFT, smeared) > 1, evidence.toString());
        assertTrue(suspects(evidence).contains(Aspect.SIGNAL_LEFT));
        assertTrue(verdict(Aspect.SIGNAL_LEFT, smeared).contains("lost contrast or sharpness"));
    }

    @Test
    void fineStructuresOfHalfTheirContrastFailTheSignalLeftOnly() {
        float[] faint = Scene.denoised(NOISE);
        float[] clean = Scene.clean();
        float[] smooth = Scene.blurred(clean, 4);
        for (int i = 0; i < faint.length; i++) faint[i] -= 0.45f * (clean[i] - smooth[i]);
        assertSuspect(EnumSet.of(Aspect.SIGNAL_LEFT), NOISY, faint);
    }

    @Test
    void structuresThatAreSharpenedFailTheSignalLeftOnly() {
        float[] sharp = Scene.denoised(NOISE);
        float[] clean = Scene.clean();
        float[] smooth = Scene.blurred(clean, 4);
        for (int i = 0; i < sharp.length; i++) sharp[i] += 0.35f * (clean[i] - smooth[i]);
        assertSuspect(EnumSet.of(Aspect.SIGNAL_LEFT), NOISY, sharp);
        assertTrue(value(Aspect.SIGNAL_LEFT, sharp) < -0.2);
        assertTrue(verdict(Aspect.SIGNAL_LEFT, sharp).contains("sharpens"));
    }

    @Test
    void pixelsBrighterThanTheTrainingsAreCounted() {
        List<SeenRange> dark =
                List.of(new SeenRange(IntensityMap.linear(0, 100), new DataRange(0, 1.3)));
        Evidence evidence =
                new Evidence(
                        Scene.plane(NOISY),
                        Scene.plane(Scene.denoised(NOISE)),
                        Optional.of(EIGHT_BITS),
                        dark);
        assertEquals(EnumSet.of(Aspect.OUTSIDE_TRAINING), suspects(evidence));
        int outside = 0;
        for (float grey : NOISY) if (grey < 0 || grey > 130) outside++;
        double share = finding(evidence, Aspect.OUTSIDE_TRAINING).value();
        assertEquals((double) outside / Scene.PIXELS, share);
    }

    @Test
    void whatAModelDoesNotTellIsSaid() {
        AxisImage noisy = Scene.plane(NOISY);
        Evidence evidence = new Evidence(noisy, noisy, Optional.empty(), List.of());
        Finding unknown = finding(evidence, Aspect.OUTSIDE_TRAINING);
        assertEquals(Double.NaN, unknown.value());
        assertTrue(unknown.verdict().contains("the model does not say"), unknown.verdict());
    }

    @Test
    void pixelsAtTheEndOfTheTypeAreClipped() {
        float[] clipped = Scene.denoised(NOISE);
        for (int i = 0; i < Scene.SIDE * 3; i++) clipped[i] = 0;
        assertTrue(suspects(evidence(NOISY, clipped)).contains(Aspect.CLIPPED));
        assertEquals(3.0 / Scene.SIDE, value(Aspect.CLIPPED, clipped));
    }

    @Test
    void brightStructuresCutOffFailTheClippingOnly() {
        DataRange type = new DataRange(0, 145);
        float[] cut = Scene.denoised(NOISE);
        for (int i = 0; i < cut.length; i++) cut[i] = Math.min(145, cut[i]);
        float[] bright = Scene.clean();
        for (int i = 0; i < bright.length; i++) if (bright[i] > 140) bright[i] += 12;
        Evidence evidence =
                new Evidence(
                        Scene.plane(Scene.sum(bright, NOISE)),
                        Scene.plane(cut),
                        Optional.of(type),
                        List.of(SeenRange.EVERYTHING));
        assertEquals(EnumSet.of(Aspect.CLIPPED), suspects(evidence));
    }

    @Test
    void darknessAtTheLowestValueIsNotClipped() {
        float[] noisy = NOISY.clone();
        float[] denoised = Scene.denoised(NOISE);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = Math.max(0, noisy[i] - 65);
            denoised[i] = Math.max(0, denoised[i] - 65);
        }
        assertEquals(0, finding(evidence(noisy, denoised), Aspect.CLIPPED).value());
    }

    @Test
    void inventedTextureInTheBackgroundFailsThatOnly() {
        float[] invented = Scene.denoised(NOISE);
        float[] texture = Scene.blurred(Scene.noise(99, 1.5), 1);
        for (int i = 0; i < invented.length; i++)
            if (i % Scene.SIDE < 100) invented[i] += texture[i];
        assertSuspect(EnumSet.of(Aspect.BACKGROUND_TEXTURE), NOISY, invented);
        assertEquals(0.42, value(Aspect.BACKGROUND_TEXTURE, invented), 0.05);
    }

    @Test
    void aChequeredBackgroundFailsThatOnly() {
        float[] invented = Scene.denoised(NOISE);
        for (int i = 0; i < invented.length; i++)
            invented[i] += (i % Scene.SIDE + i / Scene.SIDE) % 2 == 0 ? 2 : -2;
        assertSuspect(EnumSet.of(Aspect.BACKGROUND_TEXTURE), NOISY, invented);
        assertEquals(0.2, value(Aspect.BACKGROUND_TEXTURE, invented), 0.03);
    }

    @Test
    void remainsOfTheNoiseAreNoInventedTexture() {
        for (double sigma : new double[] {0.5, 1, 2}) {
            float[] remains = Scene.sum(Scene.clean(), Scene.blurred(NOISE, sigma));
            assertEquals(0, value(Aspect.BACKGROUND_TEXTURE, remains));
        }
        assertEquals(0, value(Aspect.BACKGROUND_TEXTURE, meansOfNeighbours()), 0.1);
    }

    @Test
    void noiseThatIsBlownUpToTextureFailsTheBackground() {
        float[] blotches = Scene.blurred(NOISE, 1);
        for (int i = 0; i < blotches.length; i++) blotches[i] *= 4;
        float[] invented = Scene.sum(Scene.clean(), blotches);
        assertTrue(suspects(evidence(NOISY, invented)).contains(Aspect.BACKGROUND_TEXTURE));
    }

    /** What a blind spot makes of the noise: it leaves out the pixel itself. */
    private static float[] meansOfNeighbours() {
        float[] means = Scene.clean();
        for (int i = Scene.SIDE; i < means.length - Scene.SIDE; i++)
            means[i] +=
                    (NOISE[i - 1] + NOISE[i + 1] + NOISE[i - Scene.SIDE] + NOISE[i + Scene.SIDE])
                            / 4;
        return means;
    }

    @Test
    void everyChannelIsJudgedByItself() {
        float[] two = new float[2 * Scene.PIXELS];
        float[] made = new float[2 * Scene.PIXELS];
        System.arraycopy(NOISY, 0, two, 0, Scene.PIXELS);
        System.arraycopy(NOISY, 0, two, Scene.PIXELS, Scene.PIXELS);
        System.arraycopy(NOISY, 0, made, 0, Scene.PIXELS);
        System.arraycopy(Scene.denoised(NOISE), 0, made, Scene.PIXELS, Scene.PIXELS);
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.CHANNEL);
        TrustReport report =
                TrustReport.of(
                        new Evidence(
                                image(two, axes), image(made, axes), Optional.empty(), List.of()));
        assertEquals(2, report.channels().size());
        assertEquals(EnumSet.of(Aspect.NOISE_REMOVED), suspects(report.channels().get(0)));
        assertEquals(EnumSet.noneOf(Aspect.class), suspects(report.channels().get(1)));
    }

    @Test
    void theSlicesOfAVolumeAreJudgedTogether() {
        float[] slices = new float[2 * Scene.PIXELS];
        System.arraycopy(NOISY, 0, slices, 0, Scene.PIXELS);
        System.arraycopy(NOISY, 0, slices, Scene.PIXELS, Scene.PIXELS);
        float[] made = slices.clone();
        System.arraycopy(Scene.clean(), 0, made, 0, Scene.PIXELS);
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.Z);
        Evidence evidence =
                new Evidence(image(slices, axes), image(made, axes), Optional.empty(), List.of());
        assertEquals(Math.sqrt(0.5), finding(evidence, Aspect.NOISE_REMOVED).value(), 0.02);
    }

    @Test
    void imagesTooSmallOrWithoutNoiseTellNothing() {
        AxisImage small = image(new float[30 * 20], 30, 20);
        AxisImage constant = image(new float[100 * 100], 100, 100);
        float[] nothing = new float[100 * 100];
        Arrays.fill(nothing, Float.NaN);
        for (AxisImage image : List.of(small, constant, image(nothing, 100, 100))) {
            Evidence evidence = new Evidence(image, image, Optional.empty(), List.of());
            assertEquals(Set.of(), suspects(evidence));
            assertEquals(
                    "It cannot be told: the image is too small, or has no noise.",
                    finding(evidence, Aspect.BACKGROUND_TEXTURE).verdict());
        }
    }

    @Test
    void pixelsThatAreNoNumbersDoNotCount() {
        float[] noisy = NOISY.clone();
        Random random = new Random(4);
        for (int i = 0; i < 50; i++) noisy[random.nextInt(noisy.length)] = Float.NaN;
        noisy[7] = Float.POSITIVE_INFINITY;
        assertSuspect(Set.of(), noisy, Scene.denoised(NOISE));
    }

    @Test
    void refusesImagesThatDoNotBelongTogether() {
        AxisImage plane = image(new float[600], 30, 20);
        AxisImage turned = image(new float[600], 20, 30);
        List<SeenRange> two = List.of(SeenRange.EVERYTHING, SeenRange.EVERYTHING);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Evidence(plane, turned, Optional.empty(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Evidence(plane, plane, Optional.empty(), two));
    }

    private static void assertSuspect(Set<Aspect> expected, float[] noisy, float[] denoised) {
        TrustReport report = TrustReport.of(evidence(noisy, denoised));
        assertEquals(expected, suspects(report.channels().get(0)), report.toString());
    }

    private static double value(Aspect aspect, float[] denoised) {
        return finding(evidence(NOISY, denoised), aspect).value();
    }

    private static String verdict(Aspect aspect, float[] denoised) {
        return finding(evidence(NOISY, denoised), aspect).verdict();
    }

    private static Finding finding(Evidence evidence, Aspect aspect) {
        return TrustReport.of(evidence).channels().get(0).get(aspect.ordinal());
    }

    private static Set<Aspect> suspects(Evidence evidence) {
        return suspects(TrustReport.of(evidence).channels().get(0));
    }

    private static Set<Aspect> suspects(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isSuspect)
                .map(Finding::aspect)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Aspect.class)));
    }

    private static Evidence evidence(float[] noisy, float[] denoised) {
        return new Evidence(
                Scene.plane(noisy),
                Scene.plane(denoised),
                Optional.of(EIGHT_BITS),
                List.of(SeenRange.EVERYTHING));
    }

    private static AxisImage image(float[] pixels, List<Axis> axes) {
        return new AxisImage(ArrayImgs.floats(pixels, Scene.SIDE, Scene.SIDE, 2), axes);
    }

    private static AxisImage image(float[] pixels, long width, long height) {
        return new AxisImage(ArrayImgs.floats(pixels, width, height), List.of(Axis.X, Axis.Y));
    }
}
