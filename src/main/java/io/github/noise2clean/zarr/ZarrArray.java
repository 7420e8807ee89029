package io.github.noise2clean.zarr;

import io.github.noise2clean.image.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * An array of version 2 of Zarr: a folder with a file for each chunk. Several threads, and several
 * processes, may read it at once, and write to chunks of their own.
 */
public final class ZarrArray {

    private final Path folder;
    private final ZarrHeader header;

    private ZarrArray(Path folder, ZarrHeader header) {
        this.folder = folder;
        this.header = header;
    }

    /**
     * @throws IOException with a sentence, if the folder holds no array that can be read
     */
    public static ZarrArray open(Path folder) throws IOException {
        return new ZarrArray(folder, HeaderFile.read(folder));
    }

    /** A new array without chunks. */
    public static ZarrArray create(Path folder, ZarrHeader header) throws IOException {
        Files.createDirectories(folder);
        HeaderFile.write(folder, header);
        return new ZarrArray(folder, header);
    }

    public ZarrHeader header() {
        return header;
    }

    /**
     * The pixels of {@code box}, at its place, in the type of the array. Only the chunks that it
     * touches are read; where one is missing, they have the fill value.
     *
     * @throws IOException with a sentence that names the chunk, if one is damaged
     */
    public RandomAccessibleInterval<? extends RealType<?>> read(Interval box) throws IOException {
        header.grid().requireWithin(box);
        PixelBox pixels = PixelBox.blank(header.type(), box);
        for (long[] position : header.grid().touched(box)) {
            Interval part = Intervals.intersect(box, header.grid().interval(position));
            Optional<PixelBox> chunk = chunk(position);
            if (chunk.isPresent()) pixels.copy(chunk.get(), part);
            else pixels.fill(part, header.storage().fill());
        }
        return pixels.view();
    }

    /** As {@link #read}, seen as float32. */
    public RandomAccessibleInterval<FloatType> floats(Interval box) throws IOException {
        return RealTypeConverters.convert(read(box), new FloatType());
    }

    /**
     * Writes the chunks of a block; each is there whole or not at all.
     *
     * @param block at its place, which begins and ends at borders of chunks or at the array's end;
     *     of values that the type of the array has
     */
    public void write(RandomAccessibleInterval<? extends RealType<?>> block) throws IOException {
        header.grid().requireWhole(block);
        for (long[] position : header.grid().touched(block)) write(position, block);
    }

    /** Whether all chunks of {@code block} are there. */
    public boolean has(Interval block) {
        header.grid().requireWithin(block);
        for (long[] position : header.grid().touched(block))
            if (!Files.isRegularFile(file(position))) return false;
        return true;
    }

    private Optional<PixelBox> chunk(long[] position) throws IOException {
        Path file = file(position);
        Optional<byte[]> stored = stored(file);
        if (stored.isEmpty()) return Optional.empty();
        byte[] bytes = decoded(stored.get(), file);
        Object values = header.type().decoded(bytes, header.storage().order());
        return Optional.of(new PixelBox(header.type(), whole(position), values));
    }

    private Optional<byte[]> stored(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] stored = stream.readNBytes(mostBytes());
            if (stream.read() >= 0) throw damaged(file, "it is larger than it can be");
            return Optional.of(stored);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What no compression exceeds, even where it fails to make a chunk smaller. */
    private int mostBytes() {
        long raw = header.chunkBytes();
        return (int) Math.min(PixelBox.MOST_VALUES, raw + raw / 8 + (1 << 16));
    }

    private byte[] decoded(byte[] stored, Path file) throws IOException {
        try {
            return header.storage().compression().decoded(stored, header.chunkBytes());
        } catch (IOException e) {
            throw damaged(file, e.getMessage());
        }
    }

    private void write(long[] position, RandomAccessibleInterval<? extends RealType<?>> block)
            throws IOException {
        PixelBox chunk = PixelBox.blank(header.type(), whole(position));
        Interval part = header.grid().interval(position);
        if (!Intervals.equals(part, chunk.interval()))
            chunk.fill(chunk.interval(), header.storage().fill());
        chunk.copy(block, part);
        byte[] bytes = header.type().encoded(chunk.values(), header.storage().order());
        byte[] stored = header.storage().compression().encoded(bytes, header.type().bytes());
        Path file = file(position);
        Files.createDirectories(file.getParent());
        AtomicFiles.write(file, unfinished -> Files.write(unfinished, stored));
    }

    /** What a chunk has room for: even beyond the end of the array. */
    private Interval whole(long[] position) {
        int[] size = header.chunk();
        long[] min = new long[size.length];
        long[] max = new long[size.length];
        for (int d = 0; d < size.length; d++) {
            min[d] = position[d] * size[d];
            max[d] = min[d] + size[d] - 1;
        }
        return new FinalInterval(min, max);
    }

    /** Named by its place along each dimension, the slowest first. */
    private Path file(long[] position) {
        StringBuilder name = new StringBuilder();
        for (int d = position.length - 1; d >= 0; d--)
            name.append(position[d]).append(d > 0 ? header.storage().separator() : "");
        return folder.resolve(name.toString());
    }

    private static IOException damaged(Path file, String reason) {
        return new IOException("The chunk " + file + " is damaged: " + reason + ".");
    }
}
