package io.github.noise2clean.tensor;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PyTorch's native libraries come from, which is known before they are loaded.
 *
 * @param flavor such as "cpu" or "cu128"; "unknown" where the user has given a folder
 * @param source for people
 * @param folder that they are loaded from
 * @param offline whether nothing is ever downloaded
 */
public record Natives(String flavor, String source, Path folder, boolean offline) {

    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    /** Those of this machine; loads nothing. */
    public static Natives found() {
        Torch.stayOffline();
        return given().map(Natives::in).orElseGet(() -> of(Platform.detectPlatform("pytorch")));
    }

    public boolean areForCuda() {
        return flavor.startsWith("cu");
    }

    /** The user's own folder, which DJL takes if PyTorch is in it. */
    private static Optional<Path> given() {
        String paths = Utils.getEnvOrSystemProperty(LIBRARY_PATH, "");
        return Stream.of(paths.split(File.pathSeparator))
                .map(Path::of)
                .filter(folder -> Files.exists(folder.resolve(System.mapLibraryName("torch"))))
                .findFirst();
    }

    private static Natives in(Path folder) {
        return new Natives("unknown", LIBRARY_PATH, folder, Utils.isOfflineMode());
    }

    private static Natives of(Platform platform) {
        String name =
                String.join(
                        "-", platform.getVersion(), platform.getFlavor(), platform.getClassifier());
        return new Natives(
                platform.getFlavor(),
                (platform.isPlaceholder() ? "no jar has " : "the jar of ") + name,
                Utils.getEngineCacheDir("pytorch").resolve(name),
                Utils.isOfflineMode());
    }
}
