package io.github.noise2clean.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import net.imglib2.type.numeric.RealType;

/** The value of pixels whose chunk is missing, as the header of an array has it. */
final class FillValue {

    private static final String KEY = "fill_value";

    private FillValue() {}

    /**
     * 0 where it is left open.
     *
     * @throws IOException with a sentence, if the type has no such value
     */
    static double read(Section header, PixelType type) throws IOException {
        if (!header.has(KEY)) return 0;
        if (header.find(KEY).get() instanceof JsonPrimitive text && text.isString())
            return named(header, type);
        double value = header.number(KEY);
        if (type.isInteger() && !isOf(type.pixel(), value))
            throw header.wrong(KEY, "is no value of the array");
        return value;
    }

    static JsonElement json(ZarrHeader header) {
        double value = header.storage().fill();
        if (!Double.isFinite(value)) return new JsonPrimitive(Double.toString(value));
        if (header.type().isInteger()) return new JsonPrimitive((long) value);
        return new JsonPrimitive(value);
    }

    private static double named(Section header, PixelType type) throws IOException {
        String name = header.text(KEY);
        if (type.isInteger() || !name.matches("NaN|-?Infinity"))
            throw header.wrong(KEY, "is no value of the array");
        return Double.parseDouble(name);
    }

    private static boolean isOf(RealType<?> pixel, double value) {
        return value == Math.rint(value)
                && value >= pixel.getMinValue()
                && value <= pixel.getMaxValue();
    }
}
