package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.ModelLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {

    @Test
    void everyBundledModelHasItsLine() {
        List<String> names = ModelLibrary.BUNDLED.names();
        List<String> lines = Run.of("models").out().lines().toList();
        assertEquals(names.size(), lines.size());
        for (int i = 0; i < lines.size(); i++)
            assertTrue(lines.get(i).startsWith(names.get(i) + " "), lines.get(i));
    }
}
