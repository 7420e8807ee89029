package io.github.noise2clean.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a frame of Blosc 1 begins with.
 *
 * @param size of what is packed, in bytes
 * @param blockBytes of each block but the last, which may be shorter
 */
record BloscHead(BloscFlags flags, int valueBytes, int size, int blockBytes) {

    static final int BYTES = 16;

    private static final int FORMAT = 2;
    private static final int VERSION_OF_CODECS = 1;

    /** The values of a block are split if they have no more bytes than so many... */
    private static final int MOST_SPLITS = 16;

    /** ...and are at least so many. */
    private static final int FEWEST_VALUES = 128;

    /**
     * @param frame little-endian, at its begin; afterwards behind the head
     * @param size of what must be packed in it
     * @throws IOException with what is wrong
     */
    static BloscHead read(ByteBuffer frame, int size) throws IOException {
        int length = frame.remaining();
        require(length >= BYTES, "it ends within the head of its Blosc frame");
        int format = frame.get();
        require(format == FORMAT, "its Blosc frame is of the format " + format);
        frame.get(); // the version of the codec: all are read alike
        BloscFlags flags = BloscFlags.of(Byte.toUnsignedInt(frame.get()));
        int valueBytes = Byte.toUnsignedInt(frame.get());
        BloscHead head = new BloscHead(flags, valueBytes, frame.getInt(), frame.getInt());
        require(head.size == size, "it has %d bytes, not %d".formatted(head.size, size));
        require(head.hasBlocks(), "its Blosc frame has blocks of no possible size");
        require(frame.getInt() == length, "its Blosc frame is cut off");
        return head;
    }

    /**
     * @param length of the frame, in bytes
     */
    void write(ByteBuffer frame, int length) {
        frame.put((byte) FORMAT).put((byte) VERSION_OF_CODECS).put((byte) flags.bits());
        frame.put((byte) valueBytes).putInt(size).putInt(blockBytes).putInt(length);
    }

    /** Of a frame in which the same bytes are as they are. */
    BloscHead copied() {
        BloscFlags copied = new BloscFlags(flags.codec(), flags.shuffle(), true, flags.split());
        return new BloscHead(copied, valueBytes, size, blockBytes);
    }

    int blocks() {
        return (size - 1) / blockBytes + 1;
    }

    /** The bytes of a block. */
    int blockBytes(int block) {
        return Math.min(blockBytes, size - block * blockBytes);
    }

    /**
     * In how many pieces a block of so many bytes is packed: one for each byte of a value, or 1.
     */
    int splits(int bytes) {
        boolean split =
                flags.split()
                        && bytes == blockBytes
                        && valueBytes <= MOST_SPLITS
                        && bytes / valueBytes >= FEWEST_VALUES;
        return split ? valueBytes : 1;
    }

    private boolean hasBlocks() {
        return valueBytes > 0 && blockBytes > 0 && blockBytes <= size;
    }

    private static void require(boolean met, String otherwise) throws IOException {
        if (!met) throw new IOException(otherwise);
    }
}
