package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisOrderTest {

    private static final long[] TWO_CHANNELS = {1, 2, 1, 3};

    @Test
    void valuesFollowTheirAxes() {
        float[] ours = {0, 1, 2, 10, 11, 12};
        float[] mixed = {0, 10, 1, 11, 2, 12};
        AxisOrder order = new AxisOrder("byxc");
        assertArrayEquals(mixed, order.theirs(ours, TWO_CHANNELS));
        assertArrayEquals(ours, order.ours(mixed, TWO_CHANNELS));
        assertArrayEquals(new long[] {1, 1, 3, 2}, order.theirShape(TWO_CHANNELS));
    }

    @Test
    void missingAxesAreOfSizeOne() {
        AxisOrder order = new AxisOrder("xy");
        assertArrayEquals(new long[] {1, 1, 5, 7}, order.ourShape(new long[] {7, 5}));
        assertArrayEquals(new long[] {7, 5}, order.theirShape(new long[] {1, 1, 5, 7}));
        float[] transposed = order.theirs(new float[] {0, 1, 2, 3, 4, 5}, new long[] {1, 1, 2, 3});
        assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, transposed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bczyx", "bzyxc", "zyxc", "cxyz", "xbzcy", "yczx", "yzcxb", "xyzcb"})
    void whatIsReorderedComesBack(String letters) {
        AxisOrder order = new AxisOrder(letters);
        long[] shape = {1, 2, 3, 4, 5};
        float[] values = new float[120];
        for (int i = 0; i < values.length; i++) values[i] = i;
        float[] theirs = order.theirs(values, shape);
        assertArrayEquals(values, order.ours(theirs, shape));
        assertArrayEquals(shape, order.ourShape(order.theirShape(shape)));
        int x = stride(order, shape, 'x');
        assertEquals(values[1], theirs[x]);
        assertEquals(values[60 + 2], theirs[stride(order, shape, 'c') + 2 * x]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "bcy", "bcyxt", "bcyyx", "BCYX", "bcyx ", "cbx"})
    void otherLettersAreRefused(String letters) {
        assertFalse(AxisOrder.isPossible(letters));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new AxisOrder(letters));
        assertEquals(
                "Networks with the axes '"
                        + letters
                        + "' are not run here: only y and x, with or without z, a batch b and a"
                        + " channel c, each once, are possible.",
                refusal.getMessage());
    }

    @Test
    void ordersOfOurNetworksAreOurs() {
        assertTrue(new AxisOrder("bcyx").isOurs());
        assertTrue(new AxisOrder("bczyx").isOurs());
        assertFalse(new AxisOrder("cyx").isOurs());
        assertFalse(new AxisOrder("bcxy").isOurs());
    }

    /** Values from one place along an axis to the next, in their order. */
    private static int stride(AxisOrder order, long[] shape, char axis) {
        long[] theirs = order.theirShape(shape);
        int stride = 1;
        for (int i = theirs.length - 1; order.letters().charAt(i) != axis; i--) stride *= theirs[i];
        return stride;
    }
}
