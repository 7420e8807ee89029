package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class MatrixProductTest {

    @Test
    void aProductTakesTheCubeOfItsSide() {
        try (MatrixProduct product = new MatrixProduct(8, Device.cpu())) {
            assertEquals(512, product.multiplyAdds());
        }
    }

    @Test
    void theSameMatricesHaveTheSameProduct() {
        try (MatrixProduct product = new MatrixProduct(8, Device.cpu())) {
            float first = product.compute();
            assertTrue(Float.isFinite(first) && first != 0);
            assertEquals(first, product.compute());
        }
    }
}
