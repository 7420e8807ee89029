package io.github.noise2clean.foreign;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.ModelFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * A package of bioimage.io, 0.4 or 0.5, in a zip or a folder, with weights as ONNX or TorchScript.
 *
 * <p>It is trusted in nothing: its files stay in it, of those that are used each is checked against
 * its hash, and TorchScript, which is a program, is taken only where the user has said that he
 * trusts it.
 *
 * @param files that are used, by name, with which alone it would be the same model
 */
public record ForeignPackage(ForeignModel model, Map<String, byte[]> files) {

    public ForeignPackage {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * Whether the file or folder has such a description and is none of ours, which have one too.
     */
    public static boolean isAt(Path path) throws IOException {
        try (SourceFiles files = SourceFiles.open(path)) {
            return !files.has(ModelFile.CARD)
                    && SourceFiles.DESCRIPTIONS.stream().anyMatch(files::has);
        } catch (ZipException e) {
            return false;
        }
    }

    /**
     * @param trust in TorchScript
     * @throws ModelFormatException with the reason, if the package cannot be used
     * @throws IOException if it cannot be read
     */
    public static ForeignPackage read(Path path, Trust trust) throws IOException {
        try (SourceFiles files = SourceFiles.open(path)) {
            return new PackageReader(files, trust).read();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw ModelFormatException.unusable(path.toString(), e);
        }
    }
}
