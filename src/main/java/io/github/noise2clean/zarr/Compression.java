package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import java.io.IOException;

/** How the bytes of a chunk are stored. */
public sealed interface Compression permits Uncompressed, Deflated, Zstd, Blosc {

    /**
     * @param valueBytes of each of the numbers that {@code bytes} are
     */
    byte[] encoded(byte[] bytes, int valueBytes);

    /**
     * @param size of the result
     * @throws IOException with what is wrong, if it is damaged, or of another size
     */
    byte[] decoded(byte[] stored, int size) throws IOException;

    /** As the header of an array names it. */
    JsonElement json();

    /** This one, or the nearest that can be written too. */
    default Compression writable() {
        return this;
    }

    static Compression none() {
        return new Uncompressed();
    }

    /**
     * @param level 0 to 9
     */
    static Compression zlib(int level) {
        return new Deflated(DeflatedForm.ZLIB, level);
    }

    /**
     * @param level 0 to 9
     */
    static Compression gzip(int level) {
        return new Deflated(DeflatedForm.GZIP, level);
    }

    static Compression zstd() {
        return new Zstd(3);
    }

    /** The usual one of OME-Zarr: Blosc with lz4, the bytes of values taken apart. */
    static Compression blosc() {
        return new Blosc(BlockCodec.LZ4, 5, Shuffle.BYTES, 0);
    }

    /**
     * @param header of an array
     * @throws IOException with a sentence, if it is not known
     */
    static Compression read(Section header) throws IOException {
        if (!header.has("compressor")) return none();
        Section compressor = header.section("compressor");
        String id = compressor.text("id");
        return switch (id) {
            case "zlib", "gzip" -> Deflated.read(compressor);
            case "zstd" -> Zstd.read(compressor);
            case "blosc" -> Blosc.read(header);
            default ->
                    throw new IOException(
                            "The compression '%s' of %s is not known: store the image with blosc, zstd, zlib or gzip."
                                    .formatted(id, header.file()));
        };
    }
}
