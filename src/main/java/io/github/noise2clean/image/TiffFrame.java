package io.github.noise2clean.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What ImageJ writes before and behind the pixels of an image, made for an image of large planes
 * from what it writes for one of small planes.
 *
 * <p>As ImageJ does, only the first plane has a directory where the file exceeds 4 GB; its
 * description tells the number of planes, which follow each other.
 */
final class TiffFrame {

    private static final int ENTRY_BYTES = 12;
    private static final short LONG = 4;
    private static final long HIGHEST = 0xffffffffL;

    private final ByteBuffer small;
    private final RowStrips strips;
    private final int begin;
    private final int end;

    /**
     * @param small the file of the image with small planes
     */
    private TiffFrame(ByteBuffer small, RowStrips strips, int smallPlane) {
        this.small = small;
        this.strips = strips;
        this.begin = value(small.getInt(4), Tag.STRIP_OFFSET);
        this.end = begin + smallPlane * strips.size().planes();
    }

    private enum Tag {
        WIDTH(256),
        HEIGHT(257),
        STRIP_OFFSET(273),
        ROWS_PER_STRIP(278),
        STRIP_BYTES(279);

        private final int number;

        Tag(int number) {
            this.number = number;
        }
    }

    /**
     * @param outline with small planes, of which the file will have large ones
     */
    static TiffFrame of(ImagePlus outline, RowStrips strips) throws IOException {
        Path file = Files.createTempFile("outline", ".tif");
        try {
            ImageFileWriter.TIFF.write(outline, file);
            ByteBuffer small = ByteBuffer.wrap(Files.readAllBytes(file));
            boolean little = small.get(0) == 'I';
            small.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int pixels = outline.getWidth() * outline.getHeight();
            return new TiffFrame(small, strips, pixels * strips.bytesPerPixel());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    ByteOrder order() {
        return small.order();
    }

    /** Bytes before the pixels, at least. */
    int headBytes() {
        return begin;
    }

    /**
     * What is at the begin of the file.
     *
     * @param pixels where the first plane begins
     */
    ByteBuffer head(long pixels) {
        return framed(pixels).slice(0, begin);
    }

    /** What is behind the last plane. */
    ByteBuffer tail(long pixels) {
        return hasTail(pixels) ? framed(pixels).slice(end, small.limit() - end) : empty();
    }

    private static ByteBuffer empty() {
        return ByteBuffer.allocate(0);
    }

    private boolean hasTail(long pixels) {
        return pixels + strips.bytes() + small.limit() - end <= HIGHEST;
    }

    private ByteBuffer framed(long pixels) {
        ByteBuffer framed = ByteBuffer.wrap(small.array().clone()).order(small.order());
        int directory = small.getInt(4);
        for (int plane = 0; directory > 0; plane++) {
            set(framed, directory, Tag.WIDTH, strips.size().plane().width());
            set(framed, directory, Tag.HEIGHT, strips.size().plane().height());
            set(framed, directory, Tag.ROWS_PER_STRIP, strips.size().plane().height());
            set(framed, directory, Tag.STRIP_BYTES, Math.min(HIGHEST, strips.planeBytes()));
            set(framed, directory, Tag.STRIP_OFFSET, pixels + plane * strips.planeBytes());
            directory = moveNext(framed, directory, pixels);
        }
        return framed;
    }

    /** Makes a directory point to where the next one will be; returns where that was. */
    private int moveNext(ByteBuffer framed, int directory, long pixels) {
        int pointer = directory + 2 + ENTRY_BYTES * entries(directory);
        int next = small.getInt(pointer);
        long moved = hasTail(pixels) ? pixels + strips.bytes() + next - end : 0;
        framed.putInt(pointer, next == 0 ? 0 : (int) moved);
        return next;
    }

    private void set(ByteBuffer framed, int directory, Tag tag, long value) {
        int entry = entry(directory, tag);
        framed.putShort(entry + 2, LONG).putInt(entry + 8, (int) value);
    }

    private int value(int directory, Tag tag) {
        return small.getInt(entry(directory, tag) + 8);
    }

    private int entry(int directory, Tag tag) {
        for (int i = 0; i < entries(directory); i++) {
            int entry = directory + 2 + ENTRY_BYTES * i;
            if (Short.toUnsignedInt(small.getShort(entry)) == tag.number) return entry;
        }
        throw new IllegalArgumentException(
                "a directory of " + entries(directory) + " without " + tag);
    }

    private int entries(int directory) {
        return Short.toUnsignedInt(small.getShort(directory));
    }
}
