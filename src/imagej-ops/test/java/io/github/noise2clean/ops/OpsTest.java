package io.github.noise2clean.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.imagej.ops.OpMatchingService;
import net.imagej.ops.OpService;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.cache.CacheService;

/** The ops, called by their names as scripts do. */
class OpsTest {

    private static Context context;
    private static OpService ops;

    @BeforeAll
    static void open() {
        context = new Context(OpService.class, OpMatchingService.class, CacheService.class);
        ops = context.service(OpService.class);
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    @Test
    void equalImagesAreSimilarByEitherDefinition() {
        Img<UnsignedByteType> image = bytes(7, 12, 16);
        assertEquals(1, number("image.ssim", image, image, 255.0), 1e-12);
        assertEquals(1, number("image.ssim", image, image, 255.0, "wang"), 1e-12);
    }

    @Test
    void theDataRangeCountsForTheSimilarity() {
        double narrow = number("image.ssim", bytes(7, 12, 16), bytes(9, 12, 16), 10.0);
        double wide = number("image.ssim", bytes(7, 12, 16), bytes(9, 12, 16), 1000.0);
        assertEquals((2 * 63 + 0.01) / (49 + 81 + 0.01), narrow, 1e-12);
        assertEquals((2 * 63 + 100.0) / (49 + 81 + 100.0), wide, 1e-12);
    }

    @Test
    void anErrorOfOneGreyLevelIs48Decibels() {
        double psnr = number("image.psnr", bytes(0, 8, 8), bytes(1, 8, 8), 255.0);
        assertEquals(20 * Math.log10(255), psnr, 1e-12);
    }

    @Test
    void theErrorIsRelativeToTheReference() {
        assertEquals(0.25, number("image.nrmse", bytes(4, 8, 8), bytes(5, 8, 8)), 1e-12);
    }

    @Test
    void theTypesOfPixelsMayDiffer() {
        assertEquals(0.5, number("image.nrmse", bytes(2, 8, 8), floats(3, 8, 8)), 1e-12);
    }

    @Test
    void aBundledModelRemovesNoise() {
        Img<FloatType> noisy = floats(100, 64, 48);
        Random random = new Random(1);
        noisy.forEach(pixel -> pixel.set(100 + 20 * (float) random.nextGaussian()));
        var denoised =
                (RandomAccessibleInterval<?>) ops.run("image.denoise", noisy, "natural-grey");
        assertArrayEquals(new long[] {64, 48}, denoised.dimensionsAsLongArray());
        assertTrue(number("image.nrmse", floats(100, 64, 48), denoised) < 0.1);
    }

    private static double number(String op, Object... inputs) {
        return ((DoubleType) ops.run(op, inputs)).get();
    }

    private static Img<UnsignedByteType> bytes(int grey, long... size) {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size);
        image.forEach(pixel -> pixel.set(grey));
        return image;
    }

    private static Img<FloatType> floats(float grey, long... size) {
        Img<FloatType> image = ArrayImgs.floats(size);
        image.forEach(pixel -> pixel.set(grey));
        return image;
    }
}
