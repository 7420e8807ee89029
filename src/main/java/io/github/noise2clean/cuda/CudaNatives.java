package io.github.noise2clean.cuda;

import java.util.Optional;

/**
 * Natives of PyTorch for CUDA 12.8, the only one for which DJL has the other half, the library that
 * ties PyTorch to Java.
 *
 * @param classifier of the system and its processor, as DJL names them
 */
public record CudaNatives(String classifier) {

    static final String VERSION = "2.7.1";

    private static final String FLAVOR = "cu128";

    private static final String LINUX = "linux-x86_64";
    private static final String WINDOWS = "win-x86_64";

    /**
     * Those for a machine, if there are any.
     *
     * @param system Java's {@code os.name}
     * @param processor Java's {@code os.arch}
     */
    static Optional<CudaNatives> of(String system, String processor) {
        if (!processor.equals("amd64") && !processor.equals("x86_64")) return Optional.empty();
        if (system.startsWith("Linux")) return Optional.of(new CudaNatives(LINUX));
        if (system.startsWith("Windows")) return Optional.of(new CudaNatives(WINDOWS));
        return Optional.empty();
    }

    /** Those for this machine, if there are any. */
    public static Optional<CudaNatives> ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** DJL's name for a build of PyTorch, here for the version of CUDA. */
    public String flavor() {
        return FLAVOR;
    }

    /** Such as "2.7.1-cu128-linux-x86_64". */
    String name() {
        return String.join("-", VERSION, FLAVOR, classifier);
    }

    /** Where the publisher has them, below the folder of the version. */
    String published() {
        return FLAVOR + "/" + classifier + "/native/lib/";
    }

    /** The file by which DJL knows a folder with PyTorch. */
    String library() {
        return classifier.equals(WINDOWS) ? "torch.dll" : "libtorch.so";
    }
}
