package io.github.noise2clean.cli;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DatasetBytes;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small files for the program to work on. */
record SampleFiles(Path folder) {

    /** An 8-bit plane of seeded random grey values. */
    Path image(String name, int width, int height) throws IOException {
        return save(name, plane(width, height, name.hashCode()));
    }

    /** 64 x 64 pixels of a scene that is always the same. */
    Path window(String name, int left, int top) throws IOException {
        ImageProcessor scene = plane(80, 80, 3);
        scene.setRoi(left, top, 64, 64);
        return save(name, scene.crop());
    }

    Path stack(String name, int planes) throws IOException {
        ImageStack stack = new ImageStack(24, 20);
        for (int z = 0; z < planes; z++) stack.addSlice(plane(24, 20, z));
        return save(name, new ImagePlus(name, stack));
    }

    /** All red pixels brighter than in the plane of the same seed by {@code shift}. */
    Path colour(String name, int shift) throws IOException {
        ImageProcessor grey = plane(24, 20, 5);
        ColorProcessor colours = new ColorProcessor(24, 20);
        for (int i = 0; i < grey.getPixelCount(); i++)
            colours.set(i, Math.min(255, grey.get(i) + shift) << 16 | grey.get(i) << 8);
        return save(name, colours);
    }

    Path constantFloat(String name) throws IOException {
        return save(name, new ByteProcessor(24, 20).convertToFloatProcessor());
    }

    Path save(String name, ImageProcessor plane) throws IOException {
        return save(name, new ImagePlus(name, plane));
    }

    /** A data set in the form of MNIST, of random grey values. */
    Path digits(String name, int training, int test) throws IOException {
        Path digits = Files.createDirectories(folder.resolve(name));
        Files.write(digits.resolve("train-images-idx3-ubyte"), idx(training));
        Files.write(digits.resolve("t10k-images-idx3-ubyte"), idx(test));
        return digits;
    }

    /** A file that is neither an image nor a model. */
    Path text(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "no image");
    }

    /** A network that has not learned anything, and so gives back every image as it is. */
    Path model(String name) throws IOException {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        return model(name, graph);
    }

    /** A variational network that has not learned anything; its images are of even size. */
    Path variationalModel(String name) throws IOException {
        var around = new ResBlockAutoencoder(2, 2, 1, 1, false, Head.LINEAR);
        return model(name, new ResBlockVariational(around, 2).graph());
    }

    private Path model(String name, Graph graph) throws IOException {
        ModelCard card =
                new ModelCard(
                        "sample",
                        "resblock-ae",
                        new Normalization.Fixed(0, 255),
                        Map.of("epochs", "1"),
                        List.of(),
                        "test",
                        Optional.empty(),
                        Optional.empty());
        Path file = folder.resolve(name);
        ModelFile.write(new TrainedModel(card, graph, Weights.initial(graph, 1)), file);
        return file;
    }

    private Path save(String name, ImagePlus image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFiles.save(image, file);
        return file;
    }

    private static byte[] idx(int count) {
        byte[] pixels = (byte[]) plane(28, 28 * count, count).getPixels();
        return DatasetBytes.idx(pixels, 0x803, count, 28, 28);
    }

    private static ByteProcessor plane(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new ByteProcessor(width, height, pixels);
    }
}
