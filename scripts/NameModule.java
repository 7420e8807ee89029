import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Names the module that a jar is, in its manifest; the other entries stay as they are.
 *
 * <p>Fiji puts its folder {@code jars/PLATFORM} on the module path, and Java does not start where a
 * name in it is no Java identifier, as {@code ai.djl.pytorch_native_cpu_linux-x86_64}.
 */
public final class NameModule {

    private static final Attributes.Name NAME = new Attributes.Name("Automatic-Module-Name");

    private NameModule() {}

    /** Takes a jar and the name. */
    public static void main(String[] args) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]))) {
            Path file = jar.getPath("META-INF", "MANIFEST.MF");
            Manifest manifest = read(file);
            manifest.getMainAttributes().put(NAME, args[1]);
            write(manifest, file);
        }
    }

    private static Manifest read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new Manifest(stream);
        }
    }

    private static void write(Manifest manifest, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            manifest.write(stream);
        }
    }
}
