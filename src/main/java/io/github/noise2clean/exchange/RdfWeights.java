package io.github.noise2clean.exchange;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.tensor.Installation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights in the formats that a package holds, which all versions list alike. */
record RdfWeights(Contents contents) {

    private static final String TORCHSCRIPT = "torchscript";

    Map<String, Object> map() {
        Map<String, Object> weights = new LinkedHashMap<>();
        weights.put(TORCHSCRIPT, torchScript());
        if (contents.files().containsKey(PackageFiles.ONNX)) weights.put("onnx", onnx());
        return weights;
    }

    private Map<String, Object> torchScript() {
        Map<String, Object> entry = contents.reference(ModelFile.WEIGHTS);
        entry.put("pytorch_version", Installation.found().pytorch());
        return entry;
    }

    private Map<String, Object> onnx() {
        Map<String, Object> entry = contents.reference(PackageFiles.ONNX);
        entry.put("opset_version", Onnx.OPERATORS);
        entry.put("parent", TORCHSCRIPT);
        return entry;
    }
}
