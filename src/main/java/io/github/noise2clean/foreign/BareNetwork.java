package io.github.noise2clean.foreign;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.model.YamlText;
import io.github.noise2clean.tensor.AxisOrder;
import io.github.noise2clean.tensor.OnnxModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A network in a file by itself, of which the user says what a package would.
 *
 * @param file .onnx or .pt
 * @param axes of what it takes and of what it gives
 * @param normalization of its input; what it makes is put back by the same
 * @param channels that it is shown and makes; an ONNX file may tell them itself
 * @param reach what is known of how far it sees, and of the sizes it takes
 */
public record BareNetwork(
        Path file, AxisOrder axes, Normalization normalization, int channels, Reach reach) {

    private static final String EXTENSIONS = ".*\\.(onnx|pt|pth|torchscript)";

    /**
     * What the user knows of how far a network sees.
     *
     * @param multiple that the size of an image must be of along each axis; an ONNX file for images
     *     of one size tells that itself
     * @param halo pixels around each that it depends on, if they are known
     */
    public record Reach(int multiple, OptionalInt halo) {

        /**
         * @throws IllegalArgumentException with a sentence for the user
         */
        public Reach {
            if (multiple < 1)
                throw new IllegalArgumentException("The multiple must be at least 1.");
            if (halo.orElse(0) < 0)
                throw new IllegalArgumentException("The halo must be at least 0.");
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public BareNetwork {
        if (channels > 1 && axes.letters().indexOf('c') < 0)
            throw new IllegalArgumentException(
                    "A network with the axes %s has one channel, not %d."
                            .formatted(axes.letters(), channels));
        if (!(normalization instanceof Normalization.Fixed
                || normalization instanceof Normalization.Percentile
                || normalization instanceof Normalization.MeanStd))
            throw new IllegalArgumentException(
                    "A network of others takes the normalization fixed, percentile or mean-std.");
    }

    /** Whether the file's name is that of such a network. */
    public static boolean isAt(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && name.matches(EXTENSIONS);
    }

    /**
     * The same as a package with a description.
     *
     * @param name of the model
     * @param trust in TorchScript
     * @throws ModelFormatException with the reason, if it cannot be used
     */
    public ForeignPackage asPackage(String name, Trust trust) throws IOException {
        byte[] weights = Files.readAllBytes(file);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            BareDescription description = new BareDescription(this, name, shown(weights));
            files.put("rdf.yaml", YamlText.write(description.map()));
            files.put(description.weightsFile(), weights);
            return new PackageReader(new PackageInMemory(files), trust).read();
        } catch (IllegalArgumentException e) {
            throw ModelFormatException.unusable(file.toString(), e);
        }
    }

    ForeignWeights.Kind kind() {
        boolean onnx = file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
        return onnx ? ForeignWeights.Kind.ONNX : ForeignWeights.Kind.TORCHSCRIPT;
    }

    /** The sizes that an ONNX file tells of its input; none where it or the file is open. */
    private List<OptionalInt> shown(byte[] weights) throws IOException {
        List<OptionalInt> open = Collections.nCopies(axes.letters().length(), OptionalInt.empty());
        if (kind() != ForeignWeights.Kind.ONNX) return open;
        try (OnnxModule module = OnnxRuntime.load(weights, file.toString())) {
            List<OptionalInt> shape = module.input().shape();
            if (shape.size() == axes.letters().length()) return shape;
            throw new IllegalArgumentException(
                    "it takes arrays of %d axes, not %s".formatted(shape.size(), axes.letters()));
        }
    }
}
