package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.io.IOException;

/** The bytes as they are. */
record Uncompressed() implements Compression {

    @Override
    public byte[] encoded(byte[] bytes, int valueBytes) {
        return bytes;
    }

    @Override
    public byte[] decoded(byte[] stored, int size) throws IOException {
        if (stored.length != size)
            throw new IOException("it has %d bytes, not %d".formatted(stored.length, size));
        return stored;
    }

    @Override
    public JsonElement json() {
        return JsonNull.INSTANCE;
    }
}
