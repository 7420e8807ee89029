package io.github.noise2clean.exchange;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BatchNormFolding;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;

/**
 * The files that tell whether a package computes what it should: an image before all that is done
 * to it and after, and the picture of both.
 */
record TestFiles(TrainedModel model, Footprint footprint) {

    Map<String, byte[]> byName() throws IOException {
        Processing processing = Processing.of(model);
        NpyFile input = new TestImage(model, footprint).tensor(processing);
        float[] prepared = processing.prepared(input.values());
        float[] made = made(prepared, input.shape());
        NpyFile output = new NpyFile(outputShape(input.shape()), processing.finished(made));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PackageFiles.TEST_INPUT, input.bytes());
        files.put(PackageFiles.TEST_OUTPUT, output.bytes());
        files.put(PackageFiles.COVER, cover(prepared, made, input.shape()));
        return files;
    }

    /** What the network makes when it denoises: not of the archive that the file holds. */
    private float[] made(float[] prepared, long[] shape) throws IOException {
        var folded = BatchNormFolding.fold(model.graph(), model.weights());
        byte[] archive = TorchScript.write(folded.graph(), folded.weights());
        try (TorchModule module = TorchModule.load(archive, DeviceChoice.CPU.device())) {
            return module.forward(prepared, shape);
        }
    }

    private long[] outputShape(long[] inputShape) {
        long[] shape = inputShape.clone();
        shape[1] = model.graph().outputChannels();
        return shape;
    }

    private static byte[] cover(float[] noisy, float[] denoised, long[] shape) {
        int width = (int) shape[shape.length - 1];
        int plane = width * (int) shape[shape.length - 2];
        float[] shown = middlePlane(noisy, plane);
        DataRange range = DataRange.of(ArrayImgs.floats(shown, plane));
        return new Cover(width, shown, middlePlane(denoised, plane), range).png();
    }

    private static float[] middlePlane(float[] planes, int size) {
        int middle = planes.length / size / 2;
        return Arrays.copyOfRange(planes, middle * size, (middle + 1) * size);
    }
}
