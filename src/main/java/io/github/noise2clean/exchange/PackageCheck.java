package io.github.noise2clean.exchange;

import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.ModelEntries;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Does with a file that was just written what those do who get it: run its own archive. */
record PackageCheck(Processing processing) {

    /** Of the largest output, or of 1. */
    private static final double TOLERANCE = 1e-4;

    /**
     * @throws IOException with a sentence, if the file cannot be read or its network does not make
     *     the test's output of its input
     */
    void run(Path file) throws IOException {
        ModelFile.read(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ModelEntries entries = new ModelEntries(zip);
            NpyFile input = tensor(entries, PackageFiles.TEST_INPUT);
            NpyFile output = tensor(entries, PackageFiles.TEST_OUTPUT);
            requireSame(output.values(), made(entries, input));
        }
    }

    private static NpyFile tensor(ModelEntries entries, String name) throws IOException {
        return NpyFile.read(entries.read(name, Integer.MAX_VALUE), name);
    }

    private float[] made(ModelEntries entries, NpyFile input) throws IOException {
        byte[] archive = entries.read(ModelFile.WEIGHTS, Integer.MAX_VALUE);
        try (TorchModule module = TorchModule.load(archive, DeviceChoice.CPU.device())) {
            float[] prepared = processing.prepared(input.values());
            return processing.finished(module.forward(prepared, input.shape()));
        }
    }

    private static void requireSame(float[] expected, float[] made) throws IOException {
        double largest = 1;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - made[i]));
        }
        // NaN is no agreement either.
        if (!(difference <= TOLERANCE * largest))
            throw new IOException(
                    "The model was not saved: the file's network differs from the trained one by "
                            + difference
                            + ".");
    }
}
