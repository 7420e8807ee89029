package io.github.noise2clean.denoise;

import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;

/** Loads a model for inference only, which its folded batch normalisations make faster. */
final class InferenceModule {

    private InferenceModule() {}

    static TorchModule load(TrainedModel model, DeviceChoice device) throws IOException {
        var folded = BatchNormFolding.fold(model.graph(), model.weights());
        byte[] archive = TorchScript.write(folded.graph(), folded.weights());
        return TorchModule.load(archive, device.device());
    }
}
