package io.github.noise2clean.tensor;

import com.sun.jna.NativeLibrary;
import io.github.noise2clean.cuda.CudaFolder;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fetched natives for CUDA that PyTorch is loaded from in this process. It is settled once,
 * before DJL is loaded: what is fetched later is for the next start.
 */
final class FetchedNatives {

    private static final Optional<CudaFolder> USED =
            CudaFolder.ofUser().filter(FetchedNatives::announce);

    private FetchedNatives() {}

    /** Loads nothing. */
    static Optional<CudaFolder> used() {
        return USED;
    }

    /** Loads what DJL would miss; to be called before it loads PyTorch. */
    static void prepare() {
        if (USED.isPresent()) Missed.LIBRARIES.size();
    }

    /** How to return to the CPU, where PyTorch does not come from there already. */
    static Optional<String> wayBack() {
        return USED.map(CudaFolder::wayBack);
    }

    /** Whether DJL takes them, now that it is told of them. */
    private static boolean announce(CudaFolder folder) {
        Map<String, String> settings = folder.settings(CudaFolder::told);
        settings.forEach(System::setProperty);
        return !settings.isEmpty();
    }

    /** What is held here stays loaded. */
    private static final class Missed {

        static final List<NativeLibrary> LIBRARIES = USED.map(Missed::load).orElse(List.of());

        /**
         * Version 9 of cuDNN for Windows, which DJL passes over and without which the rest does not
         * load. Java's own way to load it would not look for its other parts beside it.
         */
        private static List<NativeLibrary> load(CudaFolder folder) {
            File[] cudnn = folder.path().toFile().listFiles(file -> isMissed(file.getName()));
            return Stream.of(cudnn).map(File::getPath).map(NativeLibrary::getInstance).toList();
        }

        private static boolean isMissed(String name) {
            return name.startsWith("cudnn") && name.endsWith(".dll");
        }
    }
}
