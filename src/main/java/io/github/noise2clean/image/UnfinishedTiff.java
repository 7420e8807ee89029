package io.github.noise2clean.image;

import ij.ImagePlus;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TIFF file whose pixels are written in any order through a view of them, which is black at
 * first; of its strips of rows, only those that were looked at last are in memory.
 *
 * <p>What describes the image is written at the end, before the pixels; so the room for it is
 * generous.
 *
 * <p>For one thread that writes by one cursor at a time, since a strip must not be written into
 * after so many others were looked at that it is no longer in memory.
 */
public final class UnfinishedTiff implements Closeable {

    private static final int SPARE_BYTES = 1 << 16;
    private static final int SPARE_BYTES_PER_PLANE = 64;
    private static final double MEBIBYTE = 1 << 20;

    private final Map<Integer, Object> held = new LinkedHashMap<>(16, 0.75f, true);
    private final ImagePlus outline;
    private final RowStrips strips;
    private final StoredPixels pixels;
    private final int capacity;
    private final long begin;
    private final FileChannel channel;

    private UnfinishedTiff(FileChannel channel, ImagePlus outline, RowStrips strips, int capacity)
            throws IOException {
        TiffFrame frame = TiffFrame.of(outline, strips);
        this.channel = channel;
        this.outline = outline;
        this.strips = strips;
        this.pixels = new StoredPixels(outline.getBitDepth(), frame.order());
        this.capacity = capacity;
        this.begin =
                2L * frame.headBytes()
                        + SPARE_BYTES
                        + (long) SPARE_BYTES_PER_PLANE * outline.getStackSize();
    }

    /**
     * @param outline the image, but with planes of a few pixels; what describes it may change until
     *     {@link #finish}
     * @param plane the size of the planes
     * @param bytes of strips that may stay in memory
     * @throws IOException with a sentence, if there is no room for the pixels
     */
    public static UnfinishedTiff create(Path file, ImagePlus outline, ImageSize plane, long bytes)
            throws IOException {
        StackSize size =
                new StackSize(
                        plane, outline.getNChannels(), outline.getNSlices(), outline.getNFrames());
        RowStrips strips = new RowStrips(size, outline.getBitDepth() / Byte.SIZE);
        requireRoom(file, strips.bytes());
        long strip = (long) strips.rows() * plane.width() * strips.bytesPerPixel();
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new UnfinishedTiff(channel, outline, strips, (int) Math.max(2, bytes / strip));
    }

    /** As {@link ImagePluses#view}. */
    public AxisImage view() {
        List<Object> arrays =
                new AbstractList<>() {
                    @Override
                    public Object get(int index) {
                        return strip(index);
                    }

                    @Override
                    public int size() {
                        return strips.count();
                    }
                };
        return new StackView(
                        pixels.bitDepth(),
                        strips.size(),
                        new PlaneArrays.OnDemand(arrays, strips.rows()))
                .image();
    }

    /** Makes the file a whole one, if its pixels are. */
    public void finish() throws IOException {
        for (Map.Entry<Integer, Object> strip : held.entrySet())
            write(strip.getKey(), strip.getValue());
        held.clear();
        TiffFrame frame = TiffFrame.of(outline, strips);
        if (frame.headBytes() > begin)
            throw new IllegalStateException(
                    frame.headBytes() + " bytes of description, room for " + begin);
        write(frame.head(begin), 0);
        write(frame.tail(begin), begin + strips.bytes());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    int stripsHeld() {
        return held.size();
    }

    private Object strip(int index) {
        Object strip = held.get(index);
        if (strip != null) return strip;
        try {
            makeRoom();
            Object read = read(index);
            held.put(index, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void makeRoom() throws IOException {
        Iterator<Map.Entry<Integer, Object>> eldest = held.entrySet().iterator();
        while (held.size() >= capacity) {
            Map.Entry<Integer, Object> strip = eldest.next();
            write(strip.getKey(), strip.getValue());
            eldest.remove();
        }
    }

    /** Black, where nothing was written yet. */
    private Object read(int index) throws IOException {
        ByteBuffer bytes = pixels.blank(strips.pixels(index));
        long position = position(index);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining())
            count = channel.read(bytes, position + bytes.position());
        return pixels.decoded(bytes.rewind());
    }

    private void write(int index, Object strip) throws IOException {
        write(pixels.encoded(strip), position(index));
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long begin = position - bytes.position();
        while (bytes.hasRemaining()) channel.write(bytes, begin + bytes.position());
    }

    private long position(int index) {
        return begin + strips.plane(index) * strips.planeBytes() + strips.offset(index);
    }

    private static void requireRoom(Path file, long bytes) throws IOException {
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        if (bytes > free)
            throw new IOException(
                    "The result needs %.0f MB, but only %.0f MB are free in the folder %s."
                            .formatted(
                                    bytes / MEBIBYTE,
                                    free / MEBIBYTE,
                                    file.toAbsolutePath().getParent()));
    }
}
