package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

    private static final String HEADER = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "2 0", "1 2 3", "2 1 2 3 2"})
    void whatIsWrittenIsReadBack(String sizes) throws IOException {
        long[] shape = sizes.isEmpty() ? new long[0] : longs(sizes.split(" "));
        int count = 1;
        for (long size : shape) count *= (int) size;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = i / 3f;
        NpyFile read = NpyFile.read(new NpyFile(shape, values).bytes(), "a.npy");
        assertArrayEquals(shape, read.shape());
        assertArrayEquals(values, read.values());
    }

    @Test
    void valuesBeginAtAMultipleOf64() {
        assertEquals(64 * 2 + 4, new NpyFile(new long[] {1}, new float[1]).bytes().length);
    }

    @Test
    void theBytesAreThoseOfNumPy() throws IOException {
        Path file = Path.of("..", "shared", "data", "models", "dncnn25", "test_input.npy");
        assumeTrue(Files.isRegularFile(file), "The file " + file + " is not here.");
        byte[] bytes = Files.readAllBytes(file);
        NpyFile read = NpyFile.read(bytes, "test_input.npy");
        assertArrayEquals(new long[] {1, 1, 256, 256}, read.shape());
        assertArrayEquals(bytes, read.bytes());
    }

    @Test
    void otherTypesBecomeFloats() throws IOException {
        byte[] wide = values(16).putDouble(0.25).putDouble(-1e3).array();
        assertArrayEquals(new float[] {0.25f, -1e3f}, read(1, "<f8", "(2,)", wide));
        assertArrayEquals(new float[] {0, 255}, read(1, "|u1", "(2,)", new byte[] {0, (byte) 255}));
        byte[] words = values(4).putShort((short) 1).putShort((short) 65535).array();
        assertArrayEquals(new float[] {1, 65535}, read(1, "<u2", "(2,)", words));
    }

    @Test
    void threeVersionsAreRead() throws IOException {
        byte[] one = values(4).putFloat(7).array();
        for (int version = 1; version <= 3; version++)
            assertArrayEquals(new float[] {7}, read(version, "<f4", "(1,)", one));
    }

    @Test
    void theOrderOfTheHeaderIsFree() throws IOException {
        String header = "{\"shape\": (1,1), \"fortran_order\": False, \"descr\": \"|u1\"}";
        assertArrayEquals(
                new float[] {9}, NpyFile.read(file(1, header, new byte[] {9}), "a.npy").values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<f4 | (2,) | a.npy is damaged: its values take 4 bytes, but the shape (2,) needs 8.",
                "<f4 | (0,) | a.npy is damaged: its values take 4 bytes, but the shape (0,) needs 0.",
                "<f4 | (4000000000, 4000000000) | a.npy is damaged: its shape is beyond all bounds.",
                "<f4 | (99999999999,) | a.npy is damaged: an axis has no end.",
                "<f4 | (-1,) | a.npy is damaged: its header is not as NumPy writes it.",
                "<f4 | [1] | a.npy is damaged: its header is not as NumPy writes it.",
                ">f4 | (1,) | a.npy holds values of the type '>f4': save it as float32.",
                "<c8 | (1,) | a.npy holds values of the type '<c8': save it as float32."
            })
    void aHeaderThatLiesIsRefused(String type, String shape, String sentence) {
        assertRefused(sentence, file(1, HEADER.formatted(type, shape), new byte[4]));
    }

    @Test
    void moreAxesThanNumPyKnowsAreRefused() {
        String shape = "(" + "1, ".repeat(33) + ")";
        assertRefused(
                "a.npy is damaged: it claims 33 axes.",
                file(1, HEADER.formatted("<f4", shape), new byte[4]));
    }

    @Test
    void columnsFirstAreRefused() {
        String header = HEADER.formatted("<f4", "(1, 1)").replace("False", "True");
        assertRefused(
                "a.npy holds its columns first: save it with numpy.ascontiguousarray.",
                file(1, header, new byte[4]));
    }

    @Test
    void whatIsNoNumPyFileIsRefused() {
        assertRefused("a.npy is no NumPy array.", new byte[0]);
        assertRefused("a.npy is no NumPy array.", "PK of a zip file".getBytes());
        byte[] whole = new NpyFile(new long[] {1}, new float[1]).bytes();
        whole[6] = 4;
        assertRefused("a.npy is damaged: its version is 4.", whole);
    }

    @Test
    void aHeaderBeyondBoundsIsRefused() {
        byte[] file = file(2, "{}", new byte[8]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
        assertRefused("a.npy is damaged: its header claims 2147483647 bytes.", file);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
        assertRefused("a.npy is damaged: its header claims -1 bytes.", file);
    }

    @Test
    void everyCutIsRefused() {
        byte[] whole = new NpyFile(new long[] {2}, new float[2]).bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> NpyFile.read(cut, "a.npy"));
        }
    }

    private static void assertRefused(String sentence, byte[] file) {
        assertEquals(
                sentence,
                assertThrows(IOException.class, () -> NpyFile.read(file, "a.npy")).getMessage());
    }

    private static float[] read(int version, String type, String shape, byte[] values)
            throws IOException {
        byte[] file = file(version, HEADER.formatted(type, shape), values);
        return NpyFile.read(file, "a.npy").values();
    }

    private static byte[] file(int version, String header, byte[] values) {
        ByteBuffer file = values(8 + 4 + header.length() + values.length);
        file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) version).put((byte) 0);
        if (version == 1) file.putShort((short) header.length());
        else file.putInt(header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII)).put(values);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static ByteBuffer values(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long[] longs(String[] numbers) {
        return Stream.of(numbers).mapToLong(Long::parseLong).toArray();
    }
}
