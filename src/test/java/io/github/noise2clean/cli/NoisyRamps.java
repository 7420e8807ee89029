package io.github.noise2clean.cli;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Images from darkness on the left to 1000 grey levels on the right, taken by known cameras. */
final class NoisyRamps {

    private static final int SIDE = 256;

    private NoisyRamps() {}

    /** A 16-bit file with a channel for each noise. */
    static Path save(Path file, List<String> noises) throws IOException {
        ImageStack channels = new ImageStack(SIDE, SIDE);
        for (String noise : noises) channels.addSlice(plane(NoiseModel.parse(noise)));
        ImagePlus image = new ImagePlus("ramp", channels);
        image.setDimensions(noises.size(), 1, 1);
        ImageFiles.save(image, file);
        return file;
    }

    private static ImageProcessor plane(NoiseModel noise) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) pixels[i] = 100 + 5 * Math.max(0, i % SIDE - 60);
        noise.addTo(pixels, new DataRange(0, 65535), new SplittableRandom(1));
        short[] rounded = new short[pixels.length];
        for (int i = 0; i < pixels.length; i++) rounded[i] = (short) Math.round(pixels[i]);
        return new ShortProcessor(SIDE, SIDE, rounded, null);
    }
}
