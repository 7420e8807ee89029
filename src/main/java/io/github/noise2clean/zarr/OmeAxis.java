package io.github.noise2clean.zarr;

import io.github.noise2clean.image.Axis;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a dimension of an image means.
 *
 * @param name as the image has it
 * @param unit of the distance between its pixels, such as micrometer
 */
public record OmeAxis(Axis meaning, String name, Optional<String> unit) {

    private static final Map<String, Axis> OF_NAME =
            Map.of("x", Axis.X, "y", Axis.Y, "z", Axis.Z, "c", Axis.CHANNEL, "t", Axis.TIME);

    /**
     * @throws IOException with a sentence, if it is none of x, y, z, channel and time
     */
    static OmeAxis read(Section axis) throws IOException {
        String name = axis.text("name");
        Optional<String> unit =
                axis.has("unit") ? Optional.of(axis.text("unit")) : Optional.empty();
        return new OmeAxis(meaning(axis, name), name, unit);
    }

    private static Axis meaning(Section axis, String name) throws IOException {
        String type = axis.textOr("type", "");
        if (type.equals("time")) return Axis.TIME;
        if (type.equals("channel")) return Axis.CHANNEL;
        Axis meaning = OF_NAME.get(name.toLowerCase(Locale.ROOT));
        if (meaning == null)
            throw new IOException(
                    "The image of %s has the axis '%s', which is none of x, y, z, c and t."
                            .formatted(axis.file(), name));
        return meaning;
    }
}
