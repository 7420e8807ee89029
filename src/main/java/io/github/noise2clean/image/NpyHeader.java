package io.github.noise2clean.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a NumPy file says before its values: of which type and shape they are. */
record NpyHeader(NpyType type, long[] shape) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int NEWEST_VERSION = 3;

    /** Where the values begin is a multiple of it. */
    private static final int ALIGNMENT = 64;

    /** What NumPy itself reads from files of others. */
    private static final int LONGEST = 10_000;

    private static final int MOST_AXES = 32;
    private static final int MOST_DIGITS = 10;

    private static final Pattern TYPE = entry("descr", "['\"]([<>=|\\w]{1,9})['\"]");
    private static final Pattern COLUMNS_FIRST = entry("fortran_order", "(True|False)");
    private static final Pattern SHAPE = entry("shape", "\\(([0-9, ]*)\\)");

    /**
     * Reads up to the values, of which the rest of the file is just as many as the shape says.
     *
     * @throws IOException with a sentence
     */
    static NpyHeader read(ByteBuffer file, String name) throws IOException {
        byte[] magic = new byte[Math.min(MAGIC.length, file.remaining())];
        file.get(magic);
        if (!Arrays.equals(magic, MAGIC)) throw new IOException(name + " is no NumPy array.");
        try {
            NpyHeader header = of(text(file), name);
            header.requireValues(file.remaining());
            return header;
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " is damaged: " + e.getMessage() + ".", e);
        } catch (ArithmeticException e) {
            throw new IOException(name + " is damaged: its shape is beyond all bounds.", e);
        }
    }

    /** In version 1 of the format. */
    byte[] bytes() {
        int prefix = MAGIC.length + 2 + Short.BYTES;
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }";
        String header = text.formatted(type.code(), tuple());
        int length = prefix + header.length() + 1;
        header += " ".repeat(Math.floorMod(-length, ALIGNMENT)) + "\n";
        return ByteBuffer.allocate(prefix + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put(new byte[] {1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** As Python writes it: of one number too, a comma tells it from a number in brackets. */
    private String tuple() {
        String sizes =
                LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? "," : "") + ")";
    }

    private static String text(ByteBuffer file) {
        require(file.remaining() >= 2 + Integer.BYTES, "it ends within its header");
        int version = file.get();
        file.get(); // what changes with a minor version is not said
        require(version >= 1 && version <= NEWEST_VERSION, "its version is " + version);
        int length = version == 1 ? Short.toUnsignedInt(file.getShort()) : file.getInt();
        require(length >= 0 && length <= LONGEST, "its header claims %d bytes".formatted(length));
        require(length <= file.remaining(), "it ends within its header");
        byte[] text = new byte[length];
        file.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static NpyHeader of(String text, String name) throws IOException {
        Optional<NpyType> type = NpyType.of(find(TYPE, text));
        if (type.isEmpty())
            throw new IOException(
                    "%s holds values of the type '%s': save it as float32."
                            .formatted(name, find(TYPE, text)));
        if (find(COLUMNS_FIRST, text).equals("True"))
            throw new IOException(
                    name + " holds its columns first: save it with numpy.ascontiguousarray.");
        return new NpyHeader(type.get(), shape(find(SHAPE, text)));
    }

    private static long[] shape(String tuple) {
        List<String> sizes = Stream.of(tuple.split("[, ]+")).filter(n -> !n.isEmpty()).toList();
        require(sizes.size() <= MOST_AXES, "it claims %d axes".formatted(sizes.size()));
        require(sizes.stream().allMatch(n -> n.length() <= MOST_DIGITS), "an axis has no end");
        return sizes.stream().mapToLong(Long::parseLong).toArray();
    }

    private void requireValues(int found) {
        long needed = LongStream.of(shape).reduce(type.bytes(), Math::multiplyExact);
        require(
                needed == found,
                "its values take %d bytes, but the shape %s needs %d"
                        .formatted(found, tuple(), needed));
    }

    private static String find(Pattern entry, String text) {
        Matcher found = entry.matcher(text);
        require(found.find(), "its header is not as NumPy writes it");
        return found.group(1);
    }

    private static Pattern entry(String key, String value) {
        return Pattern.compile("['\"]" + key + "['\"]\\s*:\\s*" + value);
    }

    private static void require(boolean fact, String otherwise) {
        if (!fact) throw new IllegalArgumentException(otherwise);
    }
}
