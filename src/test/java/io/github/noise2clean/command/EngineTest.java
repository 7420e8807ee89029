package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void itsOutputIsTheReport() {
        try (Commands commands = new Commands()) {
            String report = (String) commands.run(Engine.class).getOutput("report");
            assertTrue(report.startsWith("noise2clean  "), report);
            assertTrue(report.contains("\nself-test         passed on cpu in "), report);
        }
    }

    @Test
    void nothingElseThanNothingSizeOrCudaIsFetched() {
        try (Commands commands = new Commands()) {
            commands.assertRefused(
                    "Choose nothing, size or cuda to fetch, not 'cu118'.",
                    Engine.class,
                    "fetch",
                    "cu118");
        }
    }
}
