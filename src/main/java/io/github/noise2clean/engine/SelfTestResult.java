package io.github.noise2clean.engine;

import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.LoadFailure;
import java.io.IOException;
import java.util.Locale;

/**
 * How a self-test went.
 *
 * @param text what came out, for people
 */
record SelfTestResult(boolean passed, String text) {

    /**
     * Runs it. Whatever it throws is a result: a device that does not compute must not keep a
     * report from being made.
     */
    static SelfTestResult on(DeviceChoice device) {
        long start = System.nanoTime();
        try {
            SelfTestNumbers numbers = new SelfTest(device).run();
            return of(numbers, device, (System.nanoTime() - start) / 1e9);
        } catch (IOException | RuntimeException | LinkageError e) {
            return thrown(e, device);
        }
    }

    static SelfTestResult of(SelfTestNumbers numbers, DeviceChoice device, double seconds) {
        double difference = numbers.difference(SelfTestNumbers.STORED);
        boolean passed = difference <= SelfTestNumbers.tolerance(device);
        String text =
                "%s on %s in %.1f s: trained two steps and denoised a tile, %.1g from the stored numbers, of which %.0e is allowed";
        return new SelfTestResult(
                passed,
                String.format(
                        Locale.ROOT,
                        text,
                        passed ? "passed" : "failed",
                        name(device),
                        seconds,
                        difference,
                        SelfTestNumbers.tolerance(device)));
    }

    static SelfTestResult thrown(Throwable e, DeviceChoice device) {
        LoadFailure failure = LoadFailure.of(e);
        return new SelfTestResult(
                false,
                "failed on %s: %s %s %s"
                        .formatted(name(device), failure.cause(), failure.nextStep(), e));
    }

    private static String name(DeviceChoice device) {
        return device.name().toLowerCase(Locale.ROOT);
    }
}
