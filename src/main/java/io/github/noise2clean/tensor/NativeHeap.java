package io.github.noise2clean.tensor;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * The memory of glibc, the C library of most Linux systems, from which PyTorch takes what a network
 * computes. By itself glibc gives large blocks back to the system as soon as a layer is done, and
 * takes them anew for the next, page by page: up to a third of the time of a network.
 */
final class NativeHeap {

    /** The C library's own numbers of its settings. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    private static final int MOST_KEPT_BYTES = 1 << 29;
    private static final int LARGEST_KEPT_BLOCK = 1 << 28;

    private static final Optional<NativeLibrary> GLIBC = glibc();

    private NativeHeap() {}

    /** Has blocks kept from now on. Elsewhere than on glibc, it does nothing. */
    static void prepare() {
        set(TRIM_THRESHOLD, MOST_KEPT_BYTES);
        set(MMAP_THRESHOLD, LARGEST_KEPT_BLOCK);
    }

    /** Gives to the system what is kept. */
    static void giveBack() {
        GLIBC.ifPresent(c -> c.getFunction("malloc_trim").invokeInt(new Object[] {0L}));
    }

    private static void set(int setting, int value) {
        GLIBC.ifPresent(c -> c.getFunction("mallopt").invokeInt(new Object[] {setting, value}));
    }

    private static Optional<NativeLibrary> glibc() {
        if (!Platform.isLinux()) return Optional.empty();
        try {
            NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
            c.getFunction("mallopt");
            c.getFunction("malloc_trim");
            return Optional.of(c);
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty(); // as of other C libraries, which need not have them
        }
    }
}
