package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * The method of zip files, which the JDK has.
 *
 * @param level 0 to 9
 */
record Deflated(DeflatedForm form, int level) implements Compression {

    private static final int BEST = 9;

    Deflated {
        if (level < 0 || level > BEST) throw new IllegalArgumentException("level " + level);
    }

    static Deflated read(Section compressor) throws IOException {
        DeflatedForm form = DeflatedForm.valueOf(compressor.text("id").toUpperCase(Locale.ROOT));
        int level = compressor.countOr("level", 1);
        return new Deflated(form, Math.min(level, BEST));
    }

    @Override
    public byte[] encoded(byte[] bytes, int valueBytes) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (OutputStream stream = form.deflating(stored, level)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
        return stored.toByteArray();
    }

    @Override
    public byte[] decoded(byte[] stored, int size) throws IOException {
        byte[] bytes = new byte[size];
        try (InputStream stream = form.inflating(new ByteArrayInputStream(stored))) {
            if (stream.readNBytes(bytes, 0, size) < size || stream.read() >= 0)
                throw new IOException("it does not inflate to " + size + " bytes");
        } catch (ZipException | EOFException e) {
            throw new IOException("its deflated bytes are wrong or cut off", e);
        }
        return bytes;
    }

    @Override
    public JsonElement json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", form.id());
        json.addProperty("level", level);
        return json;
    }
}
