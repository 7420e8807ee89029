package io.github.noise2clean.foreign;

import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;

/**
 * A network of others as the file that an engine runs.
 *
 * <p>ONNX is a description, which is checked before it is run. TorchScript is a program: what
 * PyTorch runs of it can do all that it likes, so that it is loaded only where the user said so.
 *
 * @param kind of the file
 * @param name for messages
 */
record ForeignWeights(Kind kind, byte[] file, String name) {

    enum Kind {
        ONNX("onnx", ".onnx"),
        TORCHSCRIPT("torchscript", ".pt");

        private final String word;
        private final String extension;

        Kind(String word, String extension) {
            this.word = word;
            this.extension = extension;
        }

        /** As bioimage.io calls it. */
        String word() {
            return word;
        }

        String extension() {
            return extension;
        }
    }

    /** ONNX runs on the CPU whatever the device. */
    ImageModule load(DeviceChoice device) throws IOException {
        return switch (kind) {
            case ONNX -> OnnxRuntime.load(file, name);
            case TORCHSCRIPT -> TorchModule.loadForeign(file, device.device());
        };
    }
}
