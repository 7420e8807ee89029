package io.github.noise2clean.zarr;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.noise2clean.image.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small JSON files that describe arrays and images. */
final class JsonFile {

    private static final int MOST_BYTES = 16 << 20;

    /** Objects and lists within each other; copies and texts are made of them by recursion. */
    private static final int DEEPEST = 100;

    private static final Gson GSON =
            new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .serializeSpecialFloatingPointValues()
                    .create();

    private JsonFile() {}

    /**
     * @throws IOException with a sentence, if it is too large, nested too deep, or no JSON object
     */
    static Section read(Path file) throws IOException {
        String text = text(file);
        if (depth(text) > DEEPEST) throw fault(file, "is nested too deep");
        try {
            if (JsonParser.parseString(text) instanceof JsonObject object)
                return new Section(object, file, "");
        } catch (JsonParseException e) {
            throw fault(file, "is no JSON");
        }
        throw fault(file, "holds no JSON object");
    }

    /** Complete or not at all. */
    static void write(Path file, JsonElement json) throws IOException {
        AtomicFiles.write(file, unfinished -> Files.writeString(unfinished, GSON.toJson(json)));
    }

    private static String text(Path file) throws IOException {
        try (InputStream stored = Files.newInputStream(file)) {
            byte[] bytes = stored.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw fault(file, "is larger than 16 MB");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * No less than it is: brackets in texts are counted too where they open more than they close.
     */
    private static int depth(String json) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (quoted && letter == '\\') i++;
            else if (letter == '"') quoted = !quoted;
            else if (!quoted && (letter == '[' || letter == '{'))
                deepest = Math.max(deepest, ++depth);
            else if (!quoted && (letter == ']' || letter == '}')) depth--;
        }
        return deepest;
    }

    private static IOException fault(Path file, String fault) {
        return new IOException("The file " + file + " " + fault + ".");
    }
}
