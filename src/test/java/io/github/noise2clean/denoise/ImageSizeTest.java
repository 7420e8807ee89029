package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {

    @Test
    void textHasWidthFirst() {
        assertEquals(new ImageSize(32, 8), ImageSize.parse(" 32x8 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28", "28x", "x28", "28x28x28", "-1x8", "28 28", "9999999999x1", ""})
    void otherTextIsAnsweredWithTheForm(String text) {
        String reason =
                assertThrows(IllegalArgumentException.class, () -> ImageSize.parse(text))
                        .getMessage();
        assertEquals("The size \"" + text + "\" is not understood: write WIDTHxHEIGHT.", reason);
    }

    @Test
    void anImageHasPixels() {
        assertThrows(IllegalArgumentException.class, () -> ImageSize.parse("0x28"));
    }
}
