package io.github.noise2clean.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The central directory of a zip, for what Java's own reader does not tell: which entries are
 * symbolic links.
 *
 * <p>Numbers are offsets and signatures of PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16.
 */
record ZipDirectory(Path file) {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_START = 16;
    private static final int COMMENT_LENGTH = 20;

    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int ENTRY_COMMENT_LENGTH = 32;
    private static final int ATTRIBUTES = 38;

    /**
     * The upper half of an entry's attributes are the file mode of Unix, the top of it the type.
     */
    private static final int TYPE_SHIFT = 28;

    private static final int LINK = 0xA;

    /**
     * @param count of entries that there must be
     * @throws ZipException that names a link, or says that there are not so many entries
     */
    void requireNoLinks(int count) throws IOException {
        ByteBuffer entries = entries();
        int found = 0;
        for (; isEntry(entries); found++) {
            requireNoLink(entries.slice().order(ByteOrder.LITTLE_ENDIAN));
            entries.position(entries.position() + length(entries));
        }
        if (found != count || entries.hasRemaining()) throw damaged();
    }

    private static boolean isEntry(ByteBuffer entries) {
        int start = entries.position();
        return entries.remaining() >= ENTRY_BYTES
                && entries.getInt(start) == ENTRY_SIGNATURE
                && entries.remaining() >= length(entries);
    }

    private static int length(ByteBuffer entries) {
        int start = entries.position();
        return ENTRY_BYTES
                + length(entries, start + NAME_LENGTH)
                + length(entries, start + EXTRA_LENGTH)
                + length(entries, start + ENTRY_COMMENT_LENGTH);
    }

    private static void requireNoLink(ByteBuffer entry) throws ZipException {
        if (entry.getInt(ATTRIBUTES) >>> TYPE_SHIFT != LINK) return;
        byte[] name = new byte[length(entry, NAME_LENGTH)];
        entry.get(ENTRY_BYTES, name);
        throw new ZipException(
                "the file %s is a symbolic link: pack the file that it leads to"
                        .formatted(new String(name, StandardCharsets.UTF_8)));
    }

    private ByteBuffer entries() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = end(channel);
            int last = end.position();
            long start = end.getInt(last + DIRECTORY_START) & 0xFFFFFFFFL;
            long size = end.getInt(last + DIRECTORY_SIZE) & 0xFFFFFFFFL;
            if (start + size > channel.size()) throw damaged();
            return read(channel, start, Math.toIntExact(Math.min(size, Integer.MAX_VALUE)));
        }
    }

    /** Its position is where the end of the directory begins. */
    private static ByteBuffer end(FileChannel channel) throws IOException {
        long tail = Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
        ByteBuffer bytes = read(channel, channel.size() - tail, (int) tail);
        for (int at = bytes.limit() - END_BYTES; at >= 0; at--)
            if (bytes.getInt(at) == END_SIGNATURE
                    && at + END_BYTES + length(bytes, at + COMMENT_LENGTH) == bytes.limit())
                return bytes.position(at);
        throw damaged();
    }

    private static ByteBuffer read(FileChannel channel, long start, int size) throws IOException {
        InputStream bytes = Channels.newInputStream(channel.position(start));
        return ByteBuffer.wrap(bytes.readNBytes(size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int length(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static ZipException damaged() {
        return new ZipException("its list of files is damaged, or it is larger than 4 GiB");
    }
}
