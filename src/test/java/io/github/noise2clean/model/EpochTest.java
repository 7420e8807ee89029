package io.github.noise2clean.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class EpochTest {

    @Test
    void summaryIsOneLineWithPointsInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    "epoch 3/10  train 0.00412  validation 0.00388  psnr 28.10  ssim 0.871",
                    new Epoch(3, 0.004118, 0.003879, 28.1, 0.8712).summary(10));
        } finally {
            Locale.setDefault(before);
        }
    }
}
