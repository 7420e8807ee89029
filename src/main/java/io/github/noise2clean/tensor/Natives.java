package io.github.noise2clean.tensor;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import io.github.noise2clean.cuda.CudaFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PyTorch's native libraries come from, which is known before they are loaded.
 *
 * @param flavor such as "cpu" or "cu128"; "unknown" where the user has given a folder
 * @param folder that they are loaded from
 * @param offline whether DJL never downloads anything
 */
public record Natives(String flavor, Source source, Path folder, boolean offline) {

    /**
     * How they came there.
     *
     * @param text for people
     * @param wayBack how to return to others that worked before, in a sentence, if there are such
     */
    public record Source(String text, Optional<String> wayBack) {}

    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    /** Those of this machine; loads nothing. */
    public static Natives found() {
        Torch.stayOffline();
        return FetchedNatives.used()
                .map(Natives::of)
                .or(() -> given().map(Natives::in))
                .orElseGet(() -> of(Platform.detectPlatform("pytorch")));
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

    private static Natives of(CudaFolder fetched) {
        Source source = new Source("fetched for CUDA", Optional.of(fetched.wayBack()));
        return new Natives(
                fetched.natives().flavor(), source, fetched.path(), Utils.isOfflineMode());
    }

    private static Natives in(Path folder) {
        Source source = new Source(LIBRARY_PATH, Optional.empty());
        return new Natives("unknown", source, folder, Utils.isOfflineMode());
    }

    private static Natives of(Platform platform) {
        String name =
                String.join(
                        "-", platform.getVersion(), platform.getFlavor(), platform.getClassifier());
        String jar = (platform.isPlaceholder() ? "no jar has " : "the jar of ") + name;
        return new Natives(
                platform.getFlavor(),
                new Source(jar, Optional.empty()),
                Utils.getEngineCacheDir("pytorch").resolve(name),
                Utils.isOfflineMode());
    }
}
