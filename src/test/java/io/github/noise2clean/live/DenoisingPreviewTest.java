package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DenoisingPreviewTest {

    private static final AtomicInteger OPENED = new AtomicInteger();

    private final ImagePlus noisy = noisy();

    private record Bundled(String name) implements DenoisingPreview.Choice {

        @Override
        public ImageDenoiser open() throws IOException {
            OPENED.incrementAndGet();
            return new ImageDenoiser(ModelLibrary.BUNDLED.open(name), settings());
        }
    }

    private record Missing() implements DenoisingPreview.Choice {

        @Override
        public ImageDenoiser open() throws IOException {
            throw new IOException("There is no such model.");
        }
    }

    @Test
    void thePreviewIsWhatDenoisingMakesAndFollowsTheSlice() throws Exception {
        ImagePlus whole = denoised();
        int before = OPENED.get();
        try (DenoisingPreview preview =
                DenoisingPreview.open(noisy, () -> new Bundled("fluorescence"))) {
            await(() -> shownAt(1));
            assertShows(whole, 1);
            noisy.setSlice(2);
            await(() -> shownAt(2));
            assertShows(whole, 2);
        }
        assertEquals(1, OPENED.get() - before);
    }

    @Test
    void whenItIsClosedNothingIsLeftBehind() throws Exception {
        Overlay own = new Overlay(new Roi(1, 2, 3, 4));
        noisy.setOverlay(own);
        DenoisingPreview preview = DenoisingPreview.open(noisy, () -> new Bundled("fluorescence"));
        await(() -> shownAt(1));
        preview.close();
        preview.close();
        assertEquals(1, noisy.getOverlay().size());
        await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::isOfPreviews));
    }

    @Test
    void aModelThatCannotBeOpenedTakesThePreviewAway() throws Exception {
        DenoisingPreview.Choice[] choice = {new Bundled("fluorescence")};
        try (DenoisingPreview preview = DenoisingPreview.open(noisy, () -> choice[0])) {
            await(() -> shownAt(1));
            choice[0] = new Missing();
            await(() -> noisy.getOverlay() == null);
            choice[0] = new Bundled("natural-grey");
            await(() -> shownAt(1));
        }
        assertNull(noisy.getOverlay());
    }

    private boolean isOfPreviews(Thread thread) {
        return thread.getName().equals("Noise2Clean preview");
    }

    private boolean shownAt(int slice) {
        return picture().filter(roi -> roi.getPosition() == slice).isPresent();
    }

    private Optional<ImageRoi> picture() {
        return Optional.ofNullable(noisy.getOverlay()).stream()
                .flatMap(overlay -> Arrays.stream(overlay.toArray()))
                .filter(ImageRoi.class::isInstance)
                .map(ImageRoi.class::cast)
                .findFirst();
    }

    /** As the screen does, which has 256 grey levels. */
    private void assertShows(ImagePlus whole, int slice) {
        ImageProcessor expected = whole.getStack().getProcessor(slice);
        expected.setMinAndMax(0, 255);
        ImageProcessor shown = picture().orElseThrow().getProcessor();
        for (int y = 0; y < 80; y++)
            for (int x = 0; x < 96; x++)
                assertEquals(expected.get(x, y), shown.get(x, y) & 0xff, 1, x + ", " + y);
    }

    private static ImagePlus denoised() throws IOException {
        try (ImageDenoiser denoiser = new Bundled("fluorescence").open()) {
            return denoiser.denoise(noisy(), DenoisingListener.NONE);
        }
    }

    private static DenoisingSettings settings() {
        return new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN);
    }

    private static ImagePlus noisy() {
        ImagePlus image = IJ.createImage("noisy", "8-bit", 96, 80, 2);
        Random random = new Random(1);
        for (int n = 1; n <= 2; n++) {
            ImageProcessor plane = image.getStack().getProcessor(n);
            for (int i = 0; i < plane.getPixelCount(); i++)
                plane.set(i, (int) (20 * n + 50 + 40 * Math.sin(i / 500.0) + random.nextInt(30)));
        }
        return image;
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        while (!fact.getAsBoolean()) Thread.sleep(20);
        assertTrue(fact.getAsBoolean());
    }
}
