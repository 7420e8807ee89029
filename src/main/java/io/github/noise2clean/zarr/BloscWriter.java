package io.github.noise2clean.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Packs bytes into a frame of Blosc 1, which is larger than them by its head at most. */
final class BloscWriter {

    private final byte[] bytes;
    private final BloscHead head;

    private BloscWriter(byte[] bytes, BloscHead head) {
        this.bytes = bytes;
        this.head = head;
    }

    /**
     * @param head of as many bytes
     */
    static byte[] written(byte[] bytes, BloscHead head) {
        BloscWriter writer = new BloscWriter(bytes, head);
        return head.flags().copied() ? writer.copied() : writer.packed();
    }

    private byte[] packed() {
        ByteBuffer frame = room();
        frame.position(BloscHead.BYTES + head.blocks() * Integer.BYTES);
        for (int i = 0; i < head.blocks(); i++) {
            frame.putInt(BloscHead.BYTES + i * Integer.BYTES, frame.position());
            byte[] packed = packed(i);
            if (packed.length + Integer.BYTES > frame.remaining()) return copied();
            frame.putInt(packed.length).put(packed);
        }
        int length = frame.position();
        head.write(frame.rewind(), length);
        return Arrays.copyOf(frame.array(), length);
    }

    private ByteBuffer room() {
        return ByteBuffer.allocate(BloscHead.BYTES + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] packed(int block) {
        int from = block * head.blockBytes();
        byte[] plain = Arrays.copyOfRange(bytes, from, from + head.blockBytes(block));
        byte[] apart = head.flags().shuffle().apart(plain, head.valueBytes());
        byte[] packed = head.flags().codec().packed(apart);
        return packed.length < apart.length ? packed : apart;
    }

    private byte[] copied() {
        ByteBuffer frame = room();
        head.copied().write(frame, frame.capacity());
        return frame.put(bytes).array();
    }
}
