package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A level of an image that is to be written.
 *
 * @param path within the image
 * @param transformations that place its pixels, as JSON
 */
record PlannedLevel(String path, JsonElement transformations, ChunkGrid grid) {

    /** As an image lists it. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("path", path);
        json.add(Placement.KEY, transformations);
        return json;
    }
}
