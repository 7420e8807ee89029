package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void itsOutputIsTheReport() {
        try (Commands commands = new Commands()) {
            String report = (String) commands.run(Engine.class).getOutput("report");
            assertTrue(report.contains("\nself-test         passed on cpu in "), report);
        }
    }
}
