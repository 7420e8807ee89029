package io.github.noise2clean.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.benchmark.TimedDenoiser.Timing;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DenoisingSpeedsTest {

    /** Of 2 megapixels, of which windows show 3, at 1000 multiply-adds a pixel. */
    private static DenoisingSpeed speed(double outside, double... forwardSeconds) {
        List<Timing> timings =
                DoubleStream.of(forwardSeconds)
                        .mapToObj(s -> new ForwardWatch.Reading(s, 3_000_000))
                        .map(forward -> new Timing(forward.seconds() + outside, forward))
                        .toList();
        return DenoisingSpeed.of(timings, 2, 1000);
    }

    @Test
    void theMedianCounts() {
        DenoisingSpeed speed = speed(1, 4, 90, 3);
        assertEquals(2 / 5.0, speed.megapixelsPerSecond());
        assertEquals(2 / 4.0, speed.forward());
        assertEquals(3e9 / 4, speed.multiplyAdds());
        assertEquals(1 / 5.0, speed.outside(), 1e-15);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTwo() {
        assertEquals(2.5, Median.of(List.of(9.0, 2.0, 1.0, 3.0), Double::doubleValue));
    }

    @Test
    void theTableSetsTheWaysBesideEachOtherAndTheMatrixProduct() {
        DenoisingSpeeds speeds =
                new DenoisingSpeeds(
                        Map.of(
                                Way.OURS, speed(1, 4),
                                Way.ONNX_RUNTIME, speed(0, 5),
                                Way.NAIVE, speed(2, 8)),
                        Map.of(
                                Way.OURS, OptionalLong.of(512_000_000),
                                Way.ONNX_RUNTIME, OptionalLong.of(1_000_000_000),
                                Way.NAIVE, OptionalLong.empty()),
                        1e9);
        assertEquals(
                """
                | denoising | Noise2Clean | ONNX Runtime | naive DJL |
                | --- | --- | --- | --- |
                | megapixels per second, end to end | 0.400 | 0.400 | 0.200 |
                | megapixels per second, forward | 0.500 | 0.400 | 0.250 |
                | time outside the forward pass | 20.0 % | 0.0 % | 20.0 % |
                | gigamultiply-adds per second | 0.8 | 0.6 | 0.4 |
                | of the matrix product | 75.0 % | 60.0 % | 37.5 % |
                | times as fast, Noise2Clean's forward pass | 1.00 | 1.25 | 2.00 |
                | peak memory in megabytes | 512 | 1000 | unknown |"""
                        .stripIndent(),
                speeds.table().markdown());
    }
}
