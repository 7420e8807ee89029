package io.github.noise2clean.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.zarr.OmeZarr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What an output says of how it is made: a job goes on with it only if it would say the same.
 *
 * @param json with texts and whole numbers
 */
record JobNote(JsonObject json) {

    private static final String KEY = "noise2clean";
    private static final String TILE = "tile";

    static JobNote of(
            OmeZarr noisy, DenoisingModel model, long[] tile, List<IntensityMap> intensities) {
        JsonObject json = new JsonObject();
        json.addProperty("input", noisy.folder().getFileName().toString());
        json.addProperty("version", ProgramVersion.text());
        json.addProperty("model", model.name());
        json.addProperty("sha256", model.sha256());
        JsonArray sides = new JsonArray();
        LongStream.of(tile).forEach(sides::add);
        json.add(TILE, sides);
        JsonArray maps = new JsonArray();
        intensities.forEach(map -> maps.add(map.toString()));
        json.add("normalization", maps);
        return new JobNote(json);
    }

    /** Of an image that was begun by a job. */
    static Optional<JobNote> of(OmeZarr image) {
        return image.note(KEY)
                .filter(JsonElement::isJsonObject)
                .map(note -> new JobNote(note.getAsJsonObject()));
    }

    /** The tile of the job, if it says one. */
    Optional<long[]> tile() {
        if (!(json.get(TILE) instanceof JsonArray sides)) return Optional.empty();
        List<Long> tile = new ArrayList<>();
        for (JsonElement side : sides)
            if (side instanceof JsonPrimitive number && number.isNumber())
                tile.add(number.getAsLong());
        return Optional.of(tile.stream().mapToLong(Long::longValue).toArray());
    }

    OmeZarr addTo(OmeZarr image) throws IOException {
        return image.withNote(KEY, json);
    }

    /**
     * @throws IOException with a sentence, if the image was begun in another way
     */
    void requireSame(OmeZarr begun) throws IOException {
        JobNote other = of(begun).orElseThrow();
        for (String key : json.keySet())
            if (!json.get(key).equals(other.json.get(key)))
                throw new IOException(
                        ("The output %s was begun with another %s (%s, now %s): go on with that, or"
                                        + " name another output.")
                                .formatted(
                                        begun.folder(), key, other.json.get(key), json.get(key)));
    }
}
