package io.github.noise2clean.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The chain of image file directories in a TIFF file.
 *
 * <p>ImageJ's decoder follows every offset and believes every count; a chain that closes on itself
 * or a count beyond the file would exhaust the memory.
 */
final class TiffDirectories {

    private static final int ENTRY_BYTES = 12;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final Path file;
    private final FileChannel channel;
    private final ByteOrder order;

    private TiffDirectories(Path file, FileChannel channel, ByteOrder order) {
        this.file = file;
        this.channel = channel;
        this.order = order;
    }

    /**
     * Walks the chain.
     *
     * @throws IOException with a sentence, when anything in it lies outside the file
     */
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            new TiffDirectories(file, channel, order(channel)).check();
        }
    }

    private static ByteOrder order(FileChannel channel) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(1);
        channel.read(first, 0);
        return first.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private void check() throws IOException {
        Set<Long> seen = new HashSet<>();
        long offset = unsignedInt(4);
        while (offset != 0) {
            if (!seen.add(offset)) throw damaged("its directories form a circle");
            int entries = Short.toUnsignedInt(bytes(offset, 2).getShort());
            long end = offset + 2 + (long) entries * ENTRY_BYTES;
            for (long entry = offset + 2; entry < end; entry += ENTRY_BYTES) checkEntry(entry);
            offset = unsignedInt(end);
        }
    }

    /** A value of up to 4 bytes stands in the entry itself, a longer one at an offset. */
    private void checkEntry(long entry) throws IOException {
        ByteBuffer bytes = bytes(entry, ENTRY_BYTES);
        int type = Short.toUnsignedInt(bytes.getShort(2));
        long count = Integer.toUnsignedLong(bytes.getInt(4));
        long length = count * (type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 1);
        long offset = Integer.toUnsignedLong(bytes.getInt(8));
        if (length > 4 && offset + length > channel.size())
            throw damaged("a value of " + length + " bytes lies beyond its end");
    }

    private long unsignedInt(long position) throws IOException {
        return Integer.toUnsignedLong(bytes(position, 4).getInt());
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining())
            if (channel.read(bytes, position + bytes.position()) < 0)
                throw damaged("it ends within a directory");
        return bytes.flip().order(order);
    }

    private IOException damaged(String reason) {
        return new IOException("The TIFF file " + file + " is damaged: " + reason + ".");
    }
}
