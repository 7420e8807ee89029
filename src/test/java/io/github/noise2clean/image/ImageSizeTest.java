package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
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

    @Test
    void anImageOfThisSizeIsNotCopied() {
        ImagePlus image = IJ.createImage("a", "8-bit ramp", 4, 2, 1);
        assertSame(image, new ImageSize(4, 2).resize(image));
    }

    @Test
    void resizingKeepsTitleLabelsAndDimensions() {
        ImagePlus image = IJ.createHyperStack("cells", 8, 6, 2, 3, 2, 16);
        image.getStack().setSliceLabel("five", 5);
        ImagePlus resized = new ImageSize(4, 3).resize(image);
        assertArrayEquals(new int[] {4, 3, 2, 3, 2}, resized.getDimensions());
        assertEquals("cells", resized.getTitle());
        assertEquals("five", resized.getStack().getSliceLabel(5));
        assertEquals(16, resized.getBitDepth());
    }
}
