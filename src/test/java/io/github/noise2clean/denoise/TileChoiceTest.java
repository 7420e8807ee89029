package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.Host;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TileChoiceTest {

    private static final AxisReach REACH = new AxisReach(25, 4, 4);
    private static final List<AxisReach> PLANE = List.of(REACH, REACH);
    private static final Host.Memory FREE = new Host.Memory(500_000_000, 2_000_000_000);
    private static final TileChoice CPU = new TileChoice(388, true, Optional.empty());
    private static final TileChoice GPU = new TileChoice(388, false, Optional.empty());

    @Test
    void aSmallImageIsShownWhole() {
        assertArrayEquals(new long[] {600, 640}, CPU.of(PLANE, 600, 640).windowSize());
    }

    @Test
    void windowsOfALargeImageFitTheCachesOfAProcessor() {
        Tiling tiling = CPU.of(PLANE, 4096, 4096);
        assertTrue(388 * tiling.windowPixels() <= 1.1 * (160L << 20), "" + tiling.windowPixels());
        assertTrue(tiling.windowPixels() > 400 * 400, "" + tiling.windowPixels());
    }

    @Test
    void aWindowIsLargerWhereItsHaloIsLarge() {
        AxisReach far = new AxisReach(200, 16, 16);
        assertTrue(
                CPU.of(List.of(far, far), 4096, 4096).windowPixels()
                        > CPU.of(PLANE, 4096, 4096).windowPixels());
    }

    @Test
    void aGpuIsShownAsMuchAsItsMemoryHolds() {
        assertEquals(1, GPU.of(PLANE, 2048, 2048).windows());
        assertTrue(388 * GPU.of(PLANE, 9000, 9000).windowPixels() <= 2L << 30);
    }

    @Test
    void windowsTakeHalfOfWhatIsFreeOnAGpu() {
        TileChoice busy = new TileChoice(388, false, Optional.of(FREE));
        double bytes = 388 * busy.of(PLANE, 2048, 2048).windowPixels();
        assertTrue(bytes <= 250e6 && bytes > 100e6, "" + bytes);
    }

    @Test
    void onAProcessorTilesAreTheSameWhateverRunsBeside() {
        TileChoice busy = new TileChoice(388, true, Optional.of(new Host.Memory(1, 8L << 30)));
        assertEquals(CPU.of(PLANE, 2048, 2048).toString(), busy.of(PLANE, 2048, 2048).toString());
    }

    @Test
    void whatATileWillTakeIsToldBeforeTheFirst() {
        TileChoice choice = new TileChoice(388, false, Optional.of(FREE));
        Tiling tiling = Tiling.ofSide(512, PLANE, 2048, 2048);
        assertEquals(
                "tiles of 500 x 500 pixels in windows of 556 x 556, about 120 MB (0.5 of 2.0 GB"
                        + " free)",
                choice.text(tiling, 2));
    }

    @Test
    void theMemoryOfAProcessorHoldsTwoMoreTilesThatAreReadAndWritten() {
        Tiling tiling = Tiling.ofSide(512, PLANE, 2048, 2048);
        assertEquals(
                "tiles of 500 x 500 pixels in windows of 556 x 556, about 125 MB",
                CPU.text(tiling, 2));
    }

    @Test
    void aNetworkOfMuchMemoryGetsTheSmallestTiles() {
        TileChoice large = new TileChoice(1e9, true, Optional.empty());
        assertEquals(4 + 2 * 28, large.of(PLANE, 500, 500).windowSize()[0]);
    }
}
