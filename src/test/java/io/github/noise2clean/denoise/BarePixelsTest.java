package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** Pixels of scripts, which are no image of ImageJ. */
class BarePixelsTest {

    private static AxisImage tripled(AxisImage noisy, Estimate estimate) throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 0, false, estimate);
        var model = TestModels.times(2, 3, new Normalization.Fixed(0, 255));
        try (var denoiser = new ImageDenoiser(model, settings)) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    @Test
    void bytesBecomeFloatsThatAreNotClamped() throws IOException {
        var bytes = ArrayImgs.unsignedBytes(8, 6, 2);
        bytes.forEach(pixel -> pixel.set(200));
        AxisImage denoised = tripled(AxisImage.of(bytes, "XYC"), Estimate.PLAIN);
        for (FloatType pixel : denoised.pixels()) assertEquals(600, pixel.get(), 1e-3);
    }

    @Test
    void severalMapsAreRefused() {
        AxisImage noisy = AxisImage.of(ArrayImgs.floats(8, 8), "");
        assertThrows(IllegalArgumentException.class, () -> tripled(noisy, new Estimate.Spread()));
    }
}
