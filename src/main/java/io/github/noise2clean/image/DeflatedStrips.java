package io.github.noise2clean.image;

import ij.io.FileInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The ZIP-compressed strips of a TIFF file; ImageJ shows half of a damaged one without a word. */
final class DeflatedStrips {

    private DeflatedStrips() {}

    /** Whether every strip of {@code directory} can be inflated; true where none is deflated. */
    static boolean areIntact(Path file, FileInfo directory) throws IOException {
        boolean deflated =
                directory.compression == FileInfo.ZIP
                        || directory.compression == FileInfo.ZIP_WITH_DIFFERENCING;
        if (!deflated) return true;
        try (FileChannel channel = FileChannel.open(file)) {
            for (int i = 0; i < directory.stripOffsets.length; i++)
                if (!inflates(strip(channel, directory, i))) return false;
        }
        return true;
    }

    private static ByteBuffer strip(FileChannel channel, FileInfo directory, int index)
            throws IOException {
        long offset = Integer.toUnsignedLong(directory.stripOffsets[index]);
        long length = Integer.toUnsignedLong(directory.stripLengths[index]);
        ByteBuffer strip = ByteBuffer.allocate((int) Math.min(length, channel.size()));
        int read = 0;
        while (read >= 0 && strip.hasRemaining())
            read = channel.read(strip, offset + strip.position());
        return strip.flip();
    }

    private static boolean inflates(ByteBuffer strip) {
        Inflater inflater = new Inflater();
        inflater.setInput(strip);
        byte[] pixels = new byte[1 << 16];
        try {
            while (!inflater.finished())
                if (inflater.inflate(pixels) == 0 && !inflater.finished()) return false;
            return true;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
