package io.github.noise2clean.zarr;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The methods that pack a block of bytes in a frame of Blosc, of which zstd also stands alone. */
enum BlockCodec {
    LZ4(1, (packed, target) -> new Lz4Decompressor().decompress(packed, target)),

    /** Packs harder than {@link #LZ4}, into the same form. */
    LZ4HC(1, LZ4.unpacker),
    ZSTD(4, (packed, target) -> new ZstdDecompressor().decompress(packed, target)),
    ZLIB(3, BlockCodec::inflate),
    SNAPPY(2, (packed, target) -> new SnappyDecompressor().decompress(packed, target)),
    BLOSCLZ(0, BloscLz::unpack);

    private final int form;
    private final Unpacker unpacker;

    BlockCodec(int form, Unpacker unpacker) {
        this.form = form;
        this.unpacker = unpacker;
    }

    private interface Unpacker {
        void unpack(ByteBuffer packed, ByteBuffer target) throws DataFormatException;
    }

    static Optional<BlockCodec> ofName(String name) {
        return Stream.of(values()).filter(codec -> codec.text().equals(name)).findFirst();
    }

    /** One that unpacks what frames of Blosc number so. */
    static Optional<BlockCodec> ofForm(int form) {
        return Stream.of(values()).filter(codec -> codec.form == form).findFirst();
    }

    /** As headers of arrays name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int form() {
        return form;
    }

    /** This one, or the one like it that packs too. */
    BlockCodec writable() {
        return this == ZSTD || this == ZLIB ? ZSTD : LZ4;
    }

    /**
     * Fills {@code target}.
     *
     * @throws IOException with what is wrong, if the packed bytes are not just those
     */
    void unpack(ByteBuffer packed, ByteBuffer target) throws IOException {
        try {
            unpacker.unpack(packed, target);
        } catch (DataFormatException | RuntimeException e) { // libraries throw many kinds of it
            throw new IOException("its bytes of " + text() + " are damaged", e);
        }
        if (target.hasRemaining())
            throw new IOException("its bytes of %s miss %d".formatted(text(), target.remaining()));
    }

    /** The bytes, packed; only for one that is {@link #writable}. */
    byte[] packed(byte[] bytes) {
        Compressor compressor = this == ZSTD ? new ZstdCompressor() : new Lz4Compressor();
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        int size = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, size);
    }

    private static void inflate(ByteBuffer packed, ByteBuffer target) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            inflater.inflate(target);
        } finally {
            inflater.end();
        }
    }
}
