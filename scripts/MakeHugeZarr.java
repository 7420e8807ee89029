import io.github.noise2clean.zarr.ChunkGrid;
import io.github.noise2clean.zarr.Compression;
import io.github.noise2clean.zarr.PixelType;
import io.github.noise2clean.zarr.Storage;
import io.github.noise2clean.zarr.ZarrArray;
import io.github.noise2clean.zarr.ZarrHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Writes a 16-bit OME-Zarr volume of glowing spots with the noise of a camera, as large as the disk
 * allows, chunk by chunk: the same values each time.
 */
public final class MakeHugeZarr {

    private static final long SIDE = 2048;
    private static final int[] CHUNK = {256, 256, 64};
    private static final double GIGA = 1e9;

    /** Its axes, voxels of 0.2 x 0.2 x 0.5 micrometres, and one level. */
    private static final String ATTRIBUTES =
            """
            {
              "multiscales": [{
                "version": "0.4",
                "name": "spots",
                "axes": [
                  {"name": "z", "type": "space", "unit": "micrometer"},
                  {"name": "y", "type": "space", "unit": "micrometer"},
                  {"name": "x", "type": "space", "unit": "micrometer"}
                ],
                "datasets": [{
                  "path": "0",
                  "coordinateTransformations": [{"type": "scale", "scale": [0.5, 0.2, 0.2]}]
                }]
              }]
            }
            """;

    /** Usage: MakeHugeZarr GIGAVOXELS OUTPUT.zarr, for so many at least, in planes of 2048 x 2048. */
    public static void main(String[] args) throws IOException {
        long planes = (long) Math.ceil(Double.parseDouble(args[0]) * GIGA / (SIDE * SIDE));
        Path folder = Path.of(args[1]);
        Files.createDirectory(folder);
        ChunkGrid grid = new ChunkGrid(new long[] {SIDE, SIDE, planes}, CHUNK);
        ZarrHeader header =
                new ZarrHeader(grid, PixelType.UINT16, Storage.of(Compression.blosc()));
        ZarrArray array = ZarrArray.create(folder.resolve("0"), header);
        List<long[]> positions = new ArrayList<>();
        grid.touched(grid.interval()).forEach(positions::add);
        IntStream.range(0, positions.size())
                .parallel()
                .forEach(i -> write(array, grid.interval(positions.get(i)), i));
        Files.writeString(folder.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(folder.resolve(".zattrs"), ATTRIBUTES);
    }

    private static void write(ZarrArray array, Interval box, long number) {
        float[] glow = new Spots(box).glow();
        short[] values = new Camera(number).photograph(glow);
        var block = ArrayImgs.unsignedShorts(values, box.dimensionsAsLongArray());
        try {
            array.write(Views.translate(block, box.minAsLongArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One spot in each cell of space, here those that reach into a box. */
    private record Spots(Interval box) {

        private static final int CELL = 32;
        private static final int REACH = 16;
        private static final float[] TO_MICROMETRES = {0.2f, 0.2f, 0.5f};

        float[] glow() {
            float[] glow = new float[Math.toIntExact(Intervals.numElements(box))];
            for (long z = first(2); z <= last(2); z++)
                for (long y = first(1); y <= last(1); y++)
                    for (long x = first(0); x <= last(0); x++) add(glow, x, y, z);
            return glow;
        }

        private long first(int d) {
            return Math.floorDiv(box.min(d) - REACH, CELL);
        }

        private long last(int d) {
            return Math.floorDiv(box.max(d) + REACH, CELL);
        }

        private void add(float[] glow, long... cell) {
            SplittableRandom random =
                    new SplittableRandom((cell[0] * 1_000_003 + cell[1]) * 1_000_003 + cell[2]);
            double width = random.nextDouble(0.4, 1.2);
            double brightness = random.nextDouble(50, 600);
            float[][] profiles = new float[3][];
            for (int d = 0; d < 3; d++)
                profiles[d] = profile(d, CELL * (cell[d] + random.nextDouble()), width);
            add(glow, profiles, (float) brightness);
        }

        /** Of a Gaussian around a place, along one side of the box. */
        private float[] profile(int d, double centre, double micrometres) {
            double width = micrometres / TO_MICROMETRES[d];
            float[] profile = new float[(int) box.dimension(d)];
            for (int i = 0; i < profile.length; i++) {
                double distance = box.min(d) + i - centre;
                if (Math.abs(distance) < REACH)
                    profile[i] = (float) Math.exp(-distance * distance / (2 * width * width));
            }
            return profile;
        }

        private void add(float[] glow, float[][] profiles, float brightness) {
            int width = profiles[0].length;
            int from = firstIn(profiles[0]);
            int to = lastIn(profiles[0]);
            for (int z = 0, row = 0; z < profiles[2].length; z++)
                for (int y = 0; y < profiles[1].length; y++, row += width) {
                    float factor = brightness * profiles[2][z] * profiles[1][y];
                    if (factor == 0) continue;
                    for (int x = from; x < to; x++) glow[row + x] += factor * profiles[0][x];
                }
        }

        private static int firstIn(float[] profile) {
            int i = 0;
            while (i < profile.length && profile[i] == 0) i++;
            return i;
        }

        private static int lastIn(float[] profile) {
            int i = profile.length;
            while (i > 0 && profile[i - 1] == 0) i--;
            return i;
        }
    }

    /** Of an offset of 100 grey levels, 4 per photon, and 10 of noise where it is dark. */
    private static final class Camera {

        private static final float OFFSET = 100;
        private static final float GAIN = 4;
        private static final float READING = 100;

        /** That of the sum of four numbers, each even over 0 to 65535, is that over the root of 3. */
        private static final float SPREAD = (float) (65536 / Math.sqrt(3));

        private long state;

        Camera(long seed) {
            state = new SplittableRandom(seed).nextLong() | 1;
        }

        short[] photograph(float[] glow) {
            short[] values = new short[glow.length];
            for (int i = 0; i < values.length; i++) {
                double noise = Math.sqrt(GAIN * glow[i] + READING) * normal();
                long value = Math.round(OFFSET + glow[i] + noise);
                values[i] = (short) Math.max(0, Math.min(65535, value));
            }
            return values;
        }

        /** Nearly: four numbers from one draw of a generator that is fast rather than good. */
        private float normal() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            long sum =
                    (state & 0xffff)
                            + (state >>> 16 & 0xffff)
                            + (state >>> 32 & 0xffff)
                            + (state >>> 48);
            return (sum - 2 * 65535f) / SPREAD;
        }
    }
}
