package io.github.noise2clean.denoise;

import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.ProgramVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What has made an image of a noisy one.
 *
 * @param hashes SHA-256 of the model's file, or of each network's, if every part has its own
 * @param device such as {@code cpu}
 * @param seed of the samples, or of the training of a network of its own
 * @param normalization what was fitted to each channel, part by part
 */
public record Provenance(
        String model,
        List<String> hashes,
        String device,
        OptionalLong seed,
        List<IntensityMap> normalization) {

    private static final String PREFIX = "noise2clean.";

    public Provenance {
        hashes = List.copyOf(hashes);
        normalization = List.copyOf(normalization);
    }

    /** Of an image whose parts were denoised one by one, by networks trained with this seed. */
    public static Provenance together(List<Provenance> parts, long seed) {
        return new Provenance(
                parts.get(0).model,
                parts.stream().flatMap(part -> part.hashes.stream()).toList(),
                parts.get(0).device,
                OptionalLong.of(seed),
                parts.stream().flatMap(part -> part.normalization.stream()).toList());
    }

    /** The same and the settings as text by name, for an image's properties; empty: none. */
    Map<String, String> properties(DenoisingSettings settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PREFIX + "model", model);
        properties.put(PREFIX + "sha256", String.join(", ", hashes));
        properties.put(PREFIX + "version", ProgramVersion.text());
        properties.put(PREFIX + "device", device);
        properties.put(PREFIX + "tile", settings.tile() == 0 ? "auto" : "" + settings.tile());
        properties.put(PREFIX + "axes", settings.axes().toString());
        properties.put(PREFIX + "estimate", settings.estimate().word());
        properties.put(PREFIX + "seed", seed.isPresent() ? "" + seed.getAsLong() : "");
        properties.put(PREFIX + "normalization", texts(normalization));
        return properties;
    }

    private static String texts(List<IntensityMap> maps) {
        return maps.stream().map(IntensityMap::toString).collect(Collectors.joining("; "));
    }
}
