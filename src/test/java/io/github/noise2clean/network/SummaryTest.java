package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void countsLearnedValuesOnly() {
        assertEquals(3 * 9 + 3 + 2 * 3 + (3 * 4 + 1), Summary.of(small()).parameters());
    }

    /** 3x3 at full resolution, and a 2x2 kernel painted by a quarter of the pixels. */
    @Test
    void countsMultiplicationsPerPixelOfTheImage() {
        assertEquals(3 * 9 + 3 * 4 / 4.0, Summary.of(small()).multiplyAddsPerPixel());
    }

    @Test
    void listsOneLinePerLayer() {
        assertEquals(
                List.of(
                        "   0  Input              1 channels  <- []",
                        "   1  Conv               3 channels  <- [0]          a_weight",
                        "   2  BatchNorm          3 channels  <- [1]          a_scale",
                        "   3  MaxPool            3 channels  <- [2]",
                        "   4  TransposedConv     1 channels  <- [3]          b_weight"),
                Summary.of(small()).table().lines().toList());
    }

    private static Graph small() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.batchNorm("a", net.conv("a", net.input(1), 3, Window.same(2, 3)));
        Window halving = Window.stepping(List.of(2, 2));
        return net.build(net.transposedConv("b", net.maxPool(x, halving), 1, halving));
    }
}
