package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.model.YamlText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a package, and remembers which of its files are used. */
final class PackageReader {

    private static final long LARGEST_TEXT = 4L << 20;
    private static final long LARGEST_TENSOR = 256L << 20;
    private static final long LARGEST_WEIGHTS = 1L << 30;

    private final SourceFiles files;
    private final Trust trust;
    private final Map<String, byte[]> used = new LinkedHashMap<>();

    PackageReader(SourceFiles files, Trust trust) {
        this.files = files;
        this.trust = trust;
    }

    /**
     * @throws IllegalArgumentException with the reason, if the package cannot be used
     * @throws ZipException with the reason, if a file is missing, damaged, outside or too large
     */
    ForeignPackage read() throws IOException {
        files.requireHarmless();
        Description description = description();
        ForeignWeights weights = weights(description);
        ForeignModel model =
                new ForeignModel(
                        description.label(),
                        description.axes(),
                        description.processing(),
                        weights,
                        test(description));
        return new ForeignPackage(model, used);
    }

    private Description description() throws IOException {
        String name = files.description();
        byte[] text = read(FileReference.ofName(name), LARGEST_TEXT);
        try {
            return Description.of(YamlText.read(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ", " + e.getMessage(), e);
        }
    }

    /** ONNX, unless there is none. */
    private ForeignWeights weights(Description description) throws IOException {
        ForeignWeights.Kind kind =
                description.weights().containsKey(ForeignWeights.Kind.ONNX)
                        ? ForeignWeights.Kind.ONNX
                        : ForeignWeights.Kind.TORCHSCRIPT;
        FileReference file = description.weights().get(kind);
        ForeignWeights weights =
                new ForeignWeights(kind, read(file, LARGEST_WEIGHTS), file.source());
        trust.require(weights);
        return weights;
    }

    private Optional<TestTensors> test(Description description) throws IOException {
        if (description.test().isEmpty()) return Optional.empty();
        List<FileReference> tensors = description.test().get();
        NpyFile input = description.axes().input().ours(tensor(tensors.get(0)));
        NpyFile output = description.axes().output().ours(tensor(tensors.get(1)));
        return Optional.of(new TestTensors(input, output));
    }

    private NpyFile tensor(FileReference file) throws IOException {
        return NpyFile.read(read(file, LARGEST_TENSOR), file.source());
    }

    private byte[] read(FileReference file, long limit) throws IOException {
        if (file.source().matches("(?i)[a-z]+://.*"))
            throw new ZipException(
                    file.source() + " lies on the web: get the package with all its files");
        byte[] content = files.read(file.source(), limit);
        Optional<String> hash = file.sha256().filter(h -> !h.equalsIgnoreCase(Sha256.of(content)));
        if (hash.isPresent())
            throw new ZipException(
                    "the SHA-256 of %s is %s, not %s"
                            .formatted(file.source(), Sha256.of(content), hash.get()));
        used.put(file.source(), content);
        return content;
    }
}
