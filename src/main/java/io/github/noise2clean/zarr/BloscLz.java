package io.github.noise2clean.zarr;

import java.nio.ByteBuffer;

/**
 * Blosc's own method, of the family of LZ77: literal bytes, and matches that repeat bytes from
 * before. A match of more than 8 bytes, or from farther than 8 kB, has further bytes behind.
 */
final class BloscLz {

    private static final int LONGEST_LITERAL = 32;
    private static final int FARTHEST_NEAR = 8191;

    /** The high bits of a distance, and its low byte, that stand for one of two more bytes. */
    private static final int FAR_HIGH = 31 << 8;

    private static final int MORE = 255;

    private BloscLz() {}

    /**
     * Unpacks until either buffer ends, each of which begins at its index 0.
     *
     * @throws RuntimeException of the buffers, if a step reads or writes beyond one
     */
    static void unpack(ByteBuffer packed, ByteBuffer target) {
        int control = next(packed) % LONGEST_LITERAL; // a match has nothing to repeat yet
        while (true) {
            if (control < LONGEST_LITERAL) copyLiteral(control + 1, packed, target);
            else copyMatch(control, packed, target);
            if (!packed.hasRemaining()) return;
            control = next(packed);
        }
    }

    private static void copyLiteral(int length, ByteBuffer packed, ByteBuffer target) {
        target.put(packed.slice(packed.position(), length));
        packed.position(packed.position() + length);
    }

    private static void copyMatch(int control, ByteBuffer packed, ByteBuffer target) {
        int length = length(control, packed);
        int from = target.position() - distance((control & 31) << 8, packed);
        for (int i = 0; i < length; i++) target.put(target.get(from + i)); // may repeat itself
    }

    private static int length(int control, ByteBuffer packed) {
        int length = (control >> 5) + 2;
        if (control >> 5 < 7) return length;
        int more;
        do {
            more = next(packed);
            length = Math.addExact(length, more);
        } while (more == MORE);
        return length;
    }

    private static int distance(int high, ByteBuffer packed) {
        int low = next(packed);
        if (high == FAR_HIGH && low == MORE)
            return FARTHEST_NEAR + 1 + (next(packed) << 8) + next(packed);
        return high + low + 1;
    }

    private static int next(ByteBuffer packed) {
        return Byte.toUnsignedInt(packed.get());
    }
}
