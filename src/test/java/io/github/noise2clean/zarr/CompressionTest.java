package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blosclz-0",
                "blosclz-1",
                "lz4-0",
                "lz4-1",
                "lz4-2",
                "lz4hc-1",
                "snappy-1",
                "zlib-1",
                "zstd-1",
                "zstd-2"
            })
    void framesOfBloscByOthersAreRead(String name) throws IOException {
        assertArrayEquals(values(), Compression.blosc().decoded(resource(name + ".blosc"), 24000));
    }

    @Test
    void framesOfZstdByOthersAreRead() throws IOException {
        assertArrayEquals(values(), Compression.zstd().decoded(resource("frame.zstd"), 24000));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void bytesComeBackWhateverTheirNumber(Compression compression) throws IOException {
        Random random = new Random(3);
        for (int size : new int[] {1, 7, 127, 128, 1000, 4099, 300_001})
            for (int valueBytes : new int[] {1, 2, 4, 8}) {
                byte[] bytes = smooth(random, size);
                byte[] stored = compression.encoded(bytes, valueBytes);
                assertArrayEquals(bytes, compression.decoded(stored, size));
            }
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void noiseGrowsByLittle(Compression compression) throws IOException {
        byte[] noise = new byte[100_000];
        new Random(4).nextBytes(noise);
        byte[] stored = compression.encoded(noise, 2);
        assertTrue(stored.length < 100_100, stored.length + " bytes");
        assertArrayEquals(noise, compression.decoded(stored, noise.length));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void anotherSizeThanTheHeadersIsRefused(Compression compression) {
        byte[] stored = compression.encoded(values(), 2);
        assertThrows(IOException.class, () -> compression.decoded(stored, 23999));
        assertThrows(IOException.class, () -> compression.decoded(stored, 24001));
        assertThrows(IOException.class, () -> compression.decoded(new byte[0], 24000));
    }

    /** A damaged byte may be of no consequence, but it must not be a fault of the program. */
    @ParameterizedTest
    @MethodSource("stored")
    void damagedBytesAreRefusedOrRead(byte[] stored) {
        Random random = new Random(5);
        Compression compression = stored[0] == 2 ? Compression.blosc() : Compression.zstd();
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = stored.clone();
            for (int n = random.nextInt(3); n >= 0; n--)
                damaged[random.nextInt(random.nextBoolean() ? 40 : damaged.length)] =
                        (byte) random.nextInt();
            assertReadOrRefused(compression, damaged);
        }
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThrows(IOException.class, () -> compression.decoded(cut, 24000));
        }
    }

    @Test
    void headersComeBack() throws IOException {
        for (Compression compression : compressions().toList()) {
            JsonObject header = new JsonObject();
            header.add("compressor", compression.json());
            header.addProperty("dtype", "<u2");
            assertEquals(compression, Compression.read(new Section(header, Path.of("a"), "")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4hc", "blosclz", "snappy", "zlib"})
    void whatCannotBePackedIsWrittenByTheNearest(String name) throws IOException {
        BlockCodec codec = BlockCodec.ofName(name).orElseThrow();
        Blosc blosc = new Blosc(codec, 5, Shuffle.BITS, 0);
        BlockCodec nearest = codec == BlockCodec.ZLIB ? BlockCodec.ZSTD : BlockCodec.LZ4;
        assertEquals(new Blosc(nearest, 5, Shuffle.BITS, 0), blosc.writable());
        assertArrayEquals(values(), blosc.decoded(blosc.encoded(values(), 2), 24000));
    }

    static Stream<Compression> compressions() {
        List<Compression> compressions =
                new ArrayList<>(
                        List.of(
                                Compression.none(),
                                Compression.zlib(6),
                                Compression.gzip(1),
                                Compression.zstd()));
        for (BlockCodec codec : List.of(BlockCodec.LZ4, BlockCodec.ZSTD))
            for (Shuffle shuffle : Shuffle.values())
                for (int blockBytes : new int[] {0, 1000})
                    compressions.add(new Blosc(codec, 5, shuffle, blockBytes));
        compressions.add(new Blosc(BlockCodec.LZ4, 0, Shuffle.BYTES, 0));
        return compressions.stream();
    }

    static Stream<byte[]> stored() throws IOException {
        List<byte[]> stored = new ArrayList<>();
        for (String name : List.of("blosclz-0", "lz4-2", "snappy-1", "zlib-1", "zstd-1"))
            stored.add(resource(name + ".blosc"));
        stored.add(resource("frame.zstd"));
        return stored.stream();
    }

    private static void assertReadOrRefused(Compression compression, byte[] damaged) {
        try {
            assertEquals(24000, compression.decoded(damaged, 24000).length);
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("it"), e.getMessage());
        }
    }

    /** As in the README of the packed files. */
    private static byte[] values() {
        ByteBuffer bytes = ByteBuffer.allocate(24000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 12000; i++)
            bytes.putShort((short) (i % 11700 < 200 ? i % 11700 * 7919 % 65521 : i / 100));
        return bytes.array();
    }

    private static byte[] smooth(Random random, int size) {
        byte[] bytes = new byte[size];
        for (int i = 1; i < size; i++) bytes[i] = (byte) (bytes[i - 1] + random.nextInt(20) / 19);
        return bytes;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = CompressionTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
