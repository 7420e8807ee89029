package io.github.noise2clean.exchange;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.model.YamlText;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Onnx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A package before it is described.
 *
 * @param files by name, all but the description
 */
record Contents(
        TrainedModel model, Footprint footprint, RdfVersion version, Map<String, byte[]> files) {

    Contents {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static Contents of(TrainedModel model, PackageOptions options) throws IOException {
        Footprint footprint = Footprint.of(model.graph());
        Map<String, byte[]> files = new LinkedHashMap<>(ModelFile.entries(model));
        if (options.onnx()) files.put(PackageFiles.ONNX, onnx(model));
        files.put(PackageFiles.DOCUMENTATION, utf8(new Documentation(model).text()));
        files.putAll(new TestFiles(model, footprint).byName());
        return new Contents(model, footprint, options.version(), files);
    }

    /** All files of the package, with the description first. */
    Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(PackageFiles.RDF, YamlText.write(version.describe(this)));
        entries.putAll(files);
        return entries;
    }

    Processing processing() {
        return Processing.of(model);
    }

    /** A file as descriptions refer to it. */
    Map<String, Object> reference(String file) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("source", file);
        reference.put("sha256", Sha256.of(files.get(file)));
        return reference;
    }

    private static byte[] onnx(TrainedModel model) {
        Onnx.Label label = new Onnx.Label(model.card().name(), ProgramVersion.text());
        return Onnx.write(model.graph(), model.weights(), label);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
