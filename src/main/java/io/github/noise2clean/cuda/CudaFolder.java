package io.github.noise2clean.cuda;

import io.github.noise2clean.image.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder of fetched natives, which are used as soon as all are there, until it is deleted. */
public record CudaFolder(Path path, CudaNatives natives) {

    /** What DJL reads, as an environment variable or else as a system property. */
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    private static final String FLAVOR = "PYTORCH_FLAVOR";
    private static final String VERSION = "PYTORCH_VERSION";

    /** Lists size and name of each file; written last. */
    private static final String MARKER = "complete.txt";

    /** The user's own, in the home folder. */
    static CudaFolder ofUser(CudaNatives natives) {
        Path home = Path.of(System.getProperty("user.home", "."));
        return new CudaFolder(
                home.resolve(Path.of(".noise2clean", "natives", natives.name())), natives);
    }

    /** The user's own for this machine, if there can be one. */
    public static Optional<CudaFolder> ofUser() {
        return CudaNatives.ofThisMachine().map(CudaFolder::ofUser);
    }

    /** Whether every file that was fetched is there, whole. */
    public boolean isComplete() {
        Path marker = path.resolve(MARKER);
        if (!Files.isReadable(marker) || !Files.isRegularFile(path.resolve(natives.library())))
            return false;
        try {
            return Files.readAllLines(marker).stream().allMatch(this::isThere);
        } catch (IOException e) {
            return false; // as where the disk is gone: PyTorch for the CPU must still run
        }
    }

    /**
     * What must be told to DJL so that it loads from here: nothing while files are missing, or
     * where the user has told it what to load.
     *
     * @param told by the name of a setting
     */
    public Map<String, String> settings(Function<String, Optional<String>> told) {
        boolean free =
                Stream.of(LIBRARY_PATH, FLAVOR, VERSION)
                        .allMatch(name -> told.apply(name).isEmpty());
        if (!free || !isComplete()) return Map.of();
        return Map.of(LIBRARY_PATH, path.toString(), FLAVOR, natives.flavor());
    }

    /**
     * Whether natives from here would never be used, because the user has told DJL what to load.
     *
     * @param told by the name of a setting
     */
    boolean isOverruled(Function<String, Optional<String>> told) {
        return !isTold(told)
                && Stream.of(LIBRARY_PATH, FLAVOR, VERSION)
                        .anyMatch(name -> told.apply(name).isPresent());
    }

    /** Whether DJL has been told to load from here. */
    public boolean isTold(Function<String, Optional<String>> told) {
        return told.apply(LIBRARY_PATH).filter(path.toString()::equals).isPresent();
    }

    /** What was told to DJL in this process: an environment variable, or else a property. */
    public static Optional<String> told(String name) {
        return Optional.ofNullable(System.getenv(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    /** How to return to the CPU, in a sentence. */
    public String wayBack() {
        return "To go back to PyTorch for the CPU, close Fiji and delete the folder " + path + ".";
    }

    /** From now on the folder is used. */
    void complete(List<PublishedFile> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (PublishedFile file : files)
            lines.add(Files.size(path.resolve(file.name())) + " " + file.name());
        AtomicFiles.write(path.resolve(MARKER), marker -> Files.write(marker, lines));
    }

    private boolean isThere(String line) {
        String[] sizeAndName = line.split(" ", 2);
        if (sizeAndName.length < 2) return false;
        long size = path.resolve(sizeAndName[1]).toFile().length();
        return sizeAndName[0].equals(Long.toString(size));
    }
}
