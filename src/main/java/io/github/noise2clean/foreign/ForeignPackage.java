package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.model.YamlText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A package of bioimage.io, 0.4 or 0.5, in a zip or a folder, with weights as ONNX or TorchScript.
 *
 * <p>It is trusted in nothing: its files stay in it, of those that are used each is checked against
 * its hash, and TorchScript, which is a program, is taken only where the user has said that he
 * trusts it.
 */
public final class ForeignPackage {

    private static final long LARGEST_TEXT = 4L << 20;
    private static final long LARGEST_TENSOR = 256L << 20;
    private static final long LARGEST_WEIGHTS = 1L << 30;

    private final PackageFiles files;
    private final Trust trust;

    private ForeignPackage(PackageFiles files, Trust trust) {
        this.files = files;
        this.trust = trust;
    }

    /** Whether the file or folder has the description of such a package. */
    public static boolean isAt(Path path) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return PackageFiles.DESCRIPTIONS.stream().anyMatch(files::has);
        } catch (ZipException e) {
            return false;
        }
    }

    /**
     * @param trust in TorchScript
     * @throws ModelFormatException with the reason, if the package cannot be used
     * @throws IOException if it cannot be read
     */
    public static ForeignModel read(Path path, Trust trust) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return new ForeignPackage(files, trust).read();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw ModelFormatException.unusable(path.toString(), e);
        }
    }

    private ForeignModel read() throws IOException {
        byte[] text = files.read(files.description(), LARGEST_TEXT);
        Description description = description(text);
        ForeignWeights weights = weights(description);
        return new ForeignModel(
                description.label(),
                description.axes(),
                description.processing(),
                weights,
                test(description),
                Sha256.of(weights.file()));
    }

    private Description description(byte[] text) throws IOException {
        try {
            return Description.of(YamlText.read(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(files.description() + ", " + e.getMessage(), e);
        }
    }

    /** ONNX, unless there is none. */
    private ForeignWeights weights(Description description) throws IOException {
        ForeignWeights.Kind kind =
                description.weights().containsKey(ForeignWeights.Kind.ONNX)
                        ? ForeignWeights.Kind.ONNX
                        : ForeignWeights.Kind.TORCHSCRIPT;
        FileReference file = description.weights().get(kind);
        byte[] bytes = read(file, LARGEST_WEIGHTS);
        ForeignWeights weights = new ForeignWeights(kind, bytes, file.source());
        trust.require(weights);
        return weights;
    }

    private Optional<TestTensors> test(Description description) throws IOException {
        if (description.test().isEmpty()) return Optional.empty();
        List<FileReference> tensors = description.test().get();
        return Optional.of(new TestTensors(tensor(tensors.get(0)), tensor(tensors.get(1))));
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
        return content;
    }
}
