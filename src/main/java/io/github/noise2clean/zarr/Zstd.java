package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Frames of zstd.
 *
 * @param level as the header says; all chunks are packed alike, as by level 3
 */
record Zstd(int level) implements Compression {

    static Zstd read(Section compressor) throws IOException {
        return new Zstd((int) (compressor.has("level") ? compressor.number("level") : 0));
    }

    @Override
    public byte[] encoded(byte[] bytes, int valueBytes) {
        return BlockCodec.ZSTD.packed(bytes);
    }

    @Override
    public byte[] decoded(byte[] stored, int size) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(size);
        BlockCodec.ZSTD.unpack(ByteBuffer.wrap(stored), target);
        return target.array();
    }

    @Override
    public JsonElement json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", "zstd");
        json.addProperty("level", level);
        return json;
    }
}
