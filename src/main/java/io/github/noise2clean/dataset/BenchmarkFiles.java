package io.github.noise2clean.dataset;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a benchmark in its folder, in the order of their names. */
record BenchmarkFiles(List<Path> training, List<Path> test) {

    private static final String GZIP = ".gz";

    /**
     * The IDX files in the folder, or else the batches of CIFAR-10.
     *
     * @throws IOException with a sentence for the user, if a half or all is missing
     */
    static BenchmarkFiles in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new IOException("There is no folder " + folder + ".");
        BenchmarkFiles idx = named(folder, "train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
        if (idx.isComplete()) return idx;
        BenchmarkFiles cifar = named(folder, "data_batch*.bin", "test_batch*.bin");
        if (cifar.isComplete()) return cifar;
        throw new IOException(
                "The folder "
                        + folder
                        + " lacks training or test images: it must hold train-images-idx3-ubyte"
                        + " and t10k-images-idx3-ubyte, or data_batch*.bin and test_batch*.bin,"
                        + " each plain or as .gz.");
    }

    private static BenchmarkFiles named(Path folder, String training, String test)
            throws IOException {
        return new BenchmarkFiles(matching(folder, training), matching(folder, test));
    }

    private static List<Path> matching(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob + "{,.gz}")) {
            for (Path file : found) if (!liesThereInflated(file)) files.add(file);
        }
        return files.stream().sorted().toList();
    }

    private static boolean liesThereInflated(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(GZIP)
                && Files.exists(
                        file.resolveSibling(name.substring(0, name.length() - GZIP.length())));
    }

    private boolean isComplete() {
        return !training.isEmpty() && !test.isEmpty();
    }
}
