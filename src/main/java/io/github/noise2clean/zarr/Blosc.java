package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;

/**
 * Blocks whose values are taken apart and packed, in a frame of Blosc 1.
 *
 * @param level 0 to 9, of which 0 packs nothing; the others are as one to the codecs here
 * @param blockBytes about so many to a block, or 0 for the usual number
 */
record Blosc(BlockCodec codec, int level, Shuffle shuffle, int blockBytes) implements Compression {

    private static final int BEST = 9;

    /** A block fits the cache of a core. */
    private static final int USUAL_BLOCK_BYTES = 1 << 18;

    /** Fewer would not become less. */
    private static final int FEWEST_BYTES = 128;

    Blosc {
        if (level < 0 || level > BEST || blockBytes < 0)
            throw new IllegalArgumentException("level %d, %d bytes".formatted(level, blockBytes));
    }

    static Blosc read(Section header) throws IOException {
        Section compressor = header.section("compressor");
        String name = compressor.text("cname");
        BlockCodec codec =
                BlockCodec.ofName(name)
                        .orElseThrow(() -> compressor.wrong("cname", "is unknown: " + name));
        int level = compressor.countOr("clevel", 5);
        boolean bytes = header.text("dtype").endsWith("1");
        return new Blosc(
                codec,
                Math.min(level, BEST),
                shuffle(compressor, bytes),
                compressor.countOr("blocksize", 0));
    }

    @Override
    public byte[] encoded(byte[] bytes, int valueBytes) {
        boolean copied = level == 0 || bytes.length < FEWEST_BYTES;
        BloscFlags flags = new BloscFlags(codec.writable(), shuffle, copied, false);
        int eightValues = Byte.SIZE * valueBytes;
        int wanted = blockBytes == 0 ? USUAL_BLOCK_BYTES : blockBytes;
        int block = Math.max(wanted - wanted % eightValues, eightValues);
        return BloscWriter.written(
                bytes,
                new BloscHead(flags, valueBytes, bytes.length, Math.min(block, bytes.length)));
    }

    @Override
    public byte[] decoded(byte[] stored, int size) throws IOException {
        return BloscReader.read(stored, size);
    }

    @Override
    public JsonElement json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", "blosc");
        json.addProperty("cname", codec.text());
        json.addProperty("clevel", level);
        json.addProperty("shuffle", shuffle.ordinal());
        json.addProperty("blocksize", blockBytes);
        return json;
    }

    @Override
    public Compression writable() {
        return new Blosc(codec.writable(), level, shuffle, blockBytes);
    }

    /** By its number, or that which suits the type, for which -1 stands. */
    private static Shuffle shuffle(Section compressor, boolean bytes) throws IOException {
        double number = compressor.has("shuffle") ? compressor.number("shuffle") : 1;
        if (number == -1) return bytes ? Shuffle.BITS : Shuffle.BYTES;
        for (Shuffle shuffle : Shuffle.values()) if (shuffle.ordinal() == number) return shuffle;
        throw compressor.wrong("shuffle", "is unknown");
    }
}
