package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultImagesTest {

    @ParameterizedTest
    @CsvSource({
        "cell.tif, cell-denoised.tif",
        "cell, cell-denoised",
        "a.b.ome.tiff, a.b.ome-denoised.tiff",
        "at 2.5 mW, at 2.5 mW-denoised"
    })
    void theSuffixGoesBeforeTheExtension(String source, String expected) {
        ImagePlus image = IJ.createImage(source, "8-bit black", 2, 2, 1);
        assertEquals(expected, ResultImages.title(image, "denoised"));
    }

    @Test
    void theNextLineOfAMacroSelectsAPublishedImage() {
        String titles =
                IJ.runMacro(
                        """
                        setBatchMode(true);
                        title = call("%s.publish", "made");
                        newImage("later", "8-bit black", 2, 2, 1);
                        selectImage("made");
                        return getTitle() + " of " + nImages;
                        """
                                .formatted(Probe.class.getName()));
        assertEquals("made of 2", titles);
    }

    @Test
    void aPublishedImageDoesNotHideLaterOnes() {
        String title =
                IJ.runMacro(
                        """
                        setBatchMode(true);
                        title = call("%1$s.publish", "made");
                        return call("%1$s.current");
                        """
                                .formatted(Probe.class.getName()));
        assertEquals("made, not as temporary image", title);
    }

    /** What a macro can call. */
    public static final class Probe {

        public static String publish(String title) {
            return ResultImages.publish(IJ.createImage(title, "8-bit black", 2, 2, 1)).getTitle();
        }

        public static String current() {
            String kind = WindowManager.getTempCurrentImage() == null ? "not as" : "as";
            return IJ.getImage().getTitle() + ", " + kind + " temporary image";
        }
    }
}
