package io.github.noise2clean.benchmark;

import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;

/** A way to run the same weights. */
enum Way {
    OURS("Noise2Clean") {
        @Override
        ImageModule load(TrainedModel model, DeviceChoice device) throws IOException {
            return model.load(device);
        }
    },
    /** On the CPU, wherever the others run. */
    ONNX_RUNTIME("ONNX Runtime") {
        @Override
        ImageModule load(TrainedModel model, DeviceChoice device) throws IOException {
            var folded = BatchNormFolding.fold(model.graph(), model.weights());
            Onnx.Label label = new Onnx.Label(model.name(), ProgramVersion.text());
            byte[] onnx = Onnx.write(folded.graph(), folded.weights(), label);
            return OnnxRuntime.load(onnx, model.name());
        }
    },
    NAIVE("naive DJL") {
        @Override
        ImageModule load(TrainedModel model, DeviceChoice device) throws IOException {
            byte[] archive = TorchScript.writeForComparison(model.graph(), model.weights());
            return TorchModule.load(archive, device.device());
        }
    };

    private final String text;

    Way(String text) {
        this.text = text;
    }

    abstract ImageModule load(TrainedModel model, DeviceChoice device) throws IOException;

    /** For people. */
    String text() {
        return text;
    }
}
