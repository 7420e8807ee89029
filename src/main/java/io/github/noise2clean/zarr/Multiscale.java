package io.github.noise2clean.zarr;

import io.github.noise2clean.image.Axis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an image says of its pixels.
 *
 * @param axes the fastest first
 * @param levels the largest first
 * @param json as it was read
 */
record Multiscale(List<OmeAxis> axes, List<OmeLevel> levels, Section json) {

    static final String KEY = "multiscales";

    static final String VERSION = "0.4";

    /** From the slowest to the fastest, which is the order that is prescribed. */
    private static final List<Axis> ORDER =
            List.of(Axis.X, Axis.Y, Axis.Z, Axis.CHANNEL, Axis.TIME);

    private static final int MOST_LEVELS = 64;

    /**
     * The first of an image.
     *
     * @throws IOException with a sentence, if it is damaged, or not of version 0.4
     */
    static Multiscale read(Section attributes) throws IOException {
        Section json = attributes.sections(KEY).get(0);
        String version = json.textOr("version", VERSION);
        if (!version.equals(VERSION))
            throw new IOException(
                    "The image of %s is of version %s of OME-Zarr: only version %s can be read."
                            .formatted(json.file(), version, VERSION));
        List<OmeAxis> axes = axes(json);
        return new Multiscale(axes, levels(json, axes.size()), json);
    }

    private static List<OmeAxis> axes(Section json) throws IOException {
        List<OmeAxis> axes = new ArrayList<>();
        for (Section axis : json.sections("axes")) axes.add(0, OmeAxis.read(axis));
        List<Axis> meanings = axes.stream().map(OmeAxis::meaning).toList();
        if (!meanings.equals(ORDER.stream().filter(meanings::contains).toList())
                || !meanings.contains(Axis.X)
                || !meanings.contains(Axis.Y))
            throw new IOException(
                    "The image of %s has the axes %s: they must be of t, c, z, y and x, in this order."
                            .formatted(json.file(), names(axes)));
        return List.copyOf(axes);
    }

    private static String names(List<OmeAxis> axes) {
        List<OmeAxis> slowestFirst = new ArrayList<>();
        axes.forEach(axis -> slowestFirst.add(0, axis));
        return slowestFirst.stream().map(OmeAxis::name).collect(Collectors.joining(", "));
    }

    private static List<OmeLevel> levels(Section json, int dimensions) throws IOException {
        List<Section> datasets = json.sections("datasets");
        if (datasets.isEmpty() || datasets.size() > MOST_LEVELS)
            throw json.wrong("datasets", "has %d levels".formatted(datasets.size()));
        Placement last =
                json.has(Placement.KEY)
                        ? Placement.read(json, dimensions)
                        : Placement.identity(dimensions);
        List<OmeLevel> levels = new ArrayList<>();
        for (Section dataset : datasets) {
            OmeLevel level = OmeLevel.read(dataset, dimensions);
            levels.add(new OmeLevel(level.path(), level.placement().then(last)));
        }
        requireApart(levels, json);
        return List.copyOf(levels);
    }

    private static void requireApart(List<OmeLevel> levels, Section json) throws IOException {
        for (OmeLevel level : levels)
            for (OmeLevel other : levels)
                if (level != other && (other.path() + "/").startsWith(level.path() + "/"))
                    throw json.wrong("datasets", "has levels within each other");
    }
}
