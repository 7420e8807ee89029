package io.github.noise2clean.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The file {@code .zarray} that describes an array; it lists dimensions slowest first. */
final class HeaderFile {

    private static final String NAME = ".zarray";
    private static final Pattern TYPE = Pattern.compile("([<>|])(\\w\\d)");

    /** Beyond it, a number of JSON is not exact everywhere. */
    private static final long MOST = 1L << 53;

    private HeaderFile() {}

    /**
     * @throws IOException with a sentence, if there is no array that can be read
     */
    static ZarrHeader read(Path folder) throws IOException {
        Section header = JsonFile.read(existing(folder));
        requireKnown(header);
        PixelType type = type(header);
        try {
            return new ZarrHeader(grid(header), type, storage(header, type));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The file " + header.file() + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    static void write(Path folder, ZarrHeader header) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 2);
        json.add("shape", slowestFirst(LongStream.of(header.shape())));
        json.add("chunks", slowestFirst(IntStream.of(header.chunk()).asLongStream()));
        json.addProperty("dtype", code(header));
        json.add("compressor", header.storage().compression().json());
        json.add("fill_value", FillValue.json(header));
        json.addProperty("order", "C");
        json.add("filters", JsonNull.INSTANCE);
        json.addProperty("dimension_separator", header.storage().separator());
        JsonFile.write(folder.resolve(NAME), json);
    }

    private static Path existing(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(file)) return file;
        if (Files.isRegularFile(folder.resolve("zarr.json")))
            throw new IOException(
                    "The array %s is of version 3 of Zarr: only version 2 can be read."
                            .formatted(folder));
        throw new IOException("The folder " + folder + " holds no Zarr array.");
    }

    private static void requireKnown(Section header) throws IOException {
        if (header.count("zarr_format") != 2)
            throw unreadable(header, "is not of version 2 of Zarr");
        if (!header.textOr("order", "C").equals("C"))
            throw unreadable(header, "has the order F, of which only C can be read");
        if (!header.sections("filters").isEmpty())
            throw unreadable(header, "has filters, which cannot be read");
    }

    private static PixelType type(Section header) throws IOException {
        Matcher parts = TYPE.matcher(dtype(header));
        if (!parts.matches()) throw unknownType(header);
        return PixelType.ofCode(parts.group(2)).orElseThrow(() -> unknownType(header));
    }

    /** Structured types, which are lists, as they are written. */
    private static String dtype(Section header) throws IOException {
        JsonElement dtype = header.find("dtype").orElse(JsonNull.INSTANCE);
        return dtype instanceof JsonPrimitive text ? text.getAsString() : dtype.toString();
    }

    private static IOException unknownType(Section header) {
        return unreadable(
                header,
                "holds values of another type than whole numbers of 1 to 4 bytes and floats");
    }

    private static ChunkGrid grid(Section header) throws IOException {
        long[] chunks = header.wholes("chunks", Integer.MAX_VALUE);
        return new ChunkGrid(
                reversed(header.wholes("shape", MOST)),
                LongStream.of(reversed(chunks)).mapToInt(Math::toIntExact).toArray());
    }

    private static Storage storage(Section header, PixelType type) throws IOException {
        boolean bigEndian = header.text("dtype").startsWith(">");
        return new Storage(
                bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                Compression.read(header),
                FillValue.read(header, type),
                header.textOr("dimension_separator", "."));
    }

    private static String code(ZarrHeader header) {
        PixelType type = header.type();
        if (type.bytes() == 1) return "|" + type.code();
        return (header.storage().order() == ByteOrder.BIG_ENDIAN ? ">" : "<") + type.code();
    }

    private static JsonArray slowestFirst(LongStream sizes) {
        JsonArray list = new JsonArray();
        for (long size : reversed(sizes.toArray())) list.add(size);
        return list;
    }

    private static long[] reversed(long[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToLong(i -> numbers[numbers.length - 1 - i])
                .toArray();
    }

    private static IOException unreadable(Section header, String reason) {
        return new IOException("The array of " + header.file() + " " + reason + ".");
    }
}
