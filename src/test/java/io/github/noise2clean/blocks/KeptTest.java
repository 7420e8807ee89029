package io.github.noise2clean.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final List<String> made = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final Kept<String, String> kept = new Kept<>(closed::add);

    @Test
    void whatIsAskedForAgainIsNotMadeAgain() throws IOException {
        assertEquals("A", kept.of("a", this::make));
        assertEquals("A", kept.of("a", this::make));
        assertEquals(List.of("A"), made);
    }

    @Test
    void anotherTakesItsPlace() throws IOException {
        kept.of("a", this::make);
        kept.of("b", this::make);
        kept.of("a", this::make);
        assertEquals(List.of("A", "B", "A"), made);
        assertEquals(List.of("A", "B"), closed);
    }

    @Test
    void whatIsReleasedIsClosedOnce() throws IOException {
        kept.of("a", this::make);
        kept.release();
        kept.release();
        assertEquals(List.of("A"), closed);
    }

    @Test
    void nothingIsKeptOfAFailure() throws IOException {
        kept.of("a", this::make);
        assertThrows(
                IOException.class,
                () ->
                        kept.of(
                                "b",
                                key -> {
                                    throw new IOException();
                                }));
        kept.of("a", this::make);
        assertEquals(List.of("A", "A"), made);
        assertEquals(List.of("A"), closed);
    }

    private String make(String key) {
        made.add(key.toUpperCase());
        return key.toUpperCase();
    }
}
