package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImageEndTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final ImagePlus image = IJ.createImage("image", "8-bit", 2, 2, 1);

    @Test
    void theEndComesWithThatOfTheImageAndOnce() throws Exception {
        ImageEnd.of(image, ends, AtomicInteger::incrementAndGet);
        assertEquals(0, endsAfterClosing(IJ.createImage("other", "8-bit", 2, 2, 1)));
        assertEquals(1, endsAfterClosing(image));
        assertEquals(1, endsAfterClosing(image));
    }

    @Test
    void whatHasEndedOtherwiseIsForgotten() throws Exception {
        ImageEnd.of(image, ends, AtomicInteger::incrementAndGet).forget();
        assertEquals(0, endsAfterClosing(image));
    }

    /** ImageJ tells it on the event thread; flush is what closing a window does. */
    private int endsAfterClosing(ImagePlus closed) throws Exception {
        closed.flush();
        EventQueue.invokeAndWait(() -> {});
        return ends.get();
    }
}
