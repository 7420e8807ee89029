package io.github.noise2clean.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Unpacks a frame of Blosc 1, which may hold anything. */
final class BloscReader {

    private final ByteBuffer frame;
    private final BloscHead head;

    private BloscReader(ByteBuffer frame, BloscHead head) {
        this.frame = frame;
        this.head = head;
    }

    /**
     * @param size of the result
     * @throws IOException with what is wrong, if the frame is damaged or of another size
     */
    static byte[] read(byte[] stored, int size) throws IOException {
        ByteBuffer frame = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        return new BloscReader(frame, BloscHead.read(frame, size)).bytes();
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[head.size()];
        if (head.flags().copied()) {
            if (frame.remaining() != bytes.length) throw cutOff();
            frame.get(bytes);
            return bytes;
        }
        int[] starts = starts();
        for (int i = 0; i < starts.length; i++) {
            byte[] block = block(starts[i], head.blockBytes(i));
            System.arraycopy(block, 0, bytes, i * head.blockBytes(), block.length);
        }
        return bytes;
    }

    private int[] starts() throws IOException {
        if (head.blocks() > frame.remaining() / Integer.BYTES) throw cutOff();
        int[] starts = new int[head.blocks()];
        frame.asIntBuffer().get(starts);
        return starts;
    }

    private byte[] block(int start, int size) throws IOException {
        if (start < BloscHead.BYTES || start > frame.limit()) throw cutOff();
        frame.position(start);
        byte[] block = new byte[size];
        int splits = head.splits(size);
        int each = size / splits;
        for (int i = 0; i < splits; i++) unpack(ByteBuffer.wrap(block, i * each, each).slice());
        return head.flags().shuffle().joined(block, head.valueBytes());
    }

    /** What would not become smaller is stored as it is. */
    private void unpack(ByteBuffer target) throws IOException {
        if (frame.remaining() < Integer.BYTES) throw cutOff();
        int length = frame.getInt();
        if (length < 0 || length > frame.remaining()) throw cutOff();
        ByteBuffer packed = frame.slice(frame.position(), length);
        frame.position(frame.position() + length);
        if (length == target.remaining()) target.put(packed);
        else head.flags().codec().unpack(packed, target);
    }

    private static IOException cutOff() {
        return new IOException("its Blosc frame is cut off");
    }
}
