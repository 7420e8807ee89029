package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.tensor.DeviceMemoryException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalvedNetworkTest {

    private static final float[] WINDOW = {0, 1};
    private static final long[] SHAPE = {1, 1, 2};

    private final List<String> calls = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Added to each value in "float16". */
    private float change;

    private final HalvedNetwork network =
            new HalvedNetwork(
                    (window, shape) -> made("whole", 0, window),
                    (window, shape) -> made("halved", change, window),
                    notes::add);

    @Test
    void float16IsTakenWhereItMakesNearlyTheSame() {
        change = 0.002f;
        assertArrayEquals(new float[] {0.002f, 1.002f}, network.run(WINDOW, SHAPE));
        network.run(WINDOW, SHAPE);
        assertEquals(List.of("whole", "halved", "halved"), calls);
        assertEquals(
                List.of("in float16, which changes values by up to 0.20 % of their range"), notes);
        assertTrue(network.isTrusted());
    }

    @ParameterizedTest
    @ValueSource(floats = {0.005f, Float.NaN, Float.POSITIVE_INFINITY})
    void float32IsKeptWhereFloat16MakesAnother(float change) {
        this.change = change;
        for (int i = 0; i < 3; i++) assertArrayEquals(WINDOW, network.run(WINDOW, SHAPE));
        assertEquals(List.of("whole", "halved", "whole", "whole"), calls);
        assertTrue(notes.get(0).startsWith("in float32: float16 changes"), notes.get(0));
        assertFalse(network.isTrusted());
    }

    @Test
    void ofAWideRangeMoreIsLittle() {
        change = 0.02f;
        network.run(new float[] {0, 10}, SHAPE);
        assertTrue(network.isTrusted());
    }

    @Test
    void float32ComputesWhatIsTooLargeForFloat16AndAllBehind() {
        network.run(WINDOW, SHAPE);
        change = Float.POSITIVE_INFINITY;
        assertArrayEquals(WINDOW, network.run(WINDOW, SHAPE));
        change = 0;
        network.run(WINDOW, SHAPE);
        assertEquals(List.of("whole", "halved", "halved", "whole", "whole"), calls);
        assertEquals(2, notes.size());
        assertFalse(network.isTrusted());
    }

    @Test
    void float32IsKeptWhereTheDeviceLacksALayerInFloat16() {
        HalvedNetwork lacking =
                new HalvedNetwork(
                        (window, shape) -> window,
                        (window, shape) -> {
                            throw new IllegalArgumentException("not implemented for 'Half'");
                        },
                        notes::add);
        assertSame(WINDOW, lacking.run(WINDOW, SHAPE));
        assertEquals(
                List.of("in float32: float16 cannot be computed here (not implemented for 'Half')"),
                notes);
    }

    @Test
    void memoryThatRunsOutDecidesNothing() {
        HalvedNetwork greedy =
                new HalvedNetwork(
                        (window, shape) -> window,
                        (window, shape) -> {
                            if (calls.isEmpty() && calls.add("full"))
                                throw new DeviceMemoryException("full", null);
                            return window;
                        },
                        notes::add);
        assertThrows(DeviceMemoryException.class, () -> greedy.run(WINDOW, SHAPE));
        greedy.run(WINDOW, SHAPE);
        assertTrue(greedy.isTrusted());
    }

    private float[] made(String name, float change, float[] window) {
        calls.add(name);
        float[] made = window.clone();
        for (int i = 0; i < made.length; i++) made[i] += change;
        return made;
    }
}
