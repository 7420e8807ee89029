package io.github.noise2clean.zarr;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of places that users give: paths, or URIs of any file system that Java is given. */
public final class Location {

    /** One letter alone is a drive. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][\\w+.-]+)://.*");

    private Location() {}

    /**
     * Such as {@code image.zarr}, {@code file:///data/image.zarr} or {@code
     * s3://bucket/image.zarr}.
     *
     * @throws IOException with a sentence, if no file system on the class path knows the URI
     */
    public static Path of(String text) throws IOException {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) return Path.of(text);
        try {
            return path(provider(scheme.group(1)), URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new IOException("The place " + text + " is no URI: " + e.getMessage() + ".", e);
        }
    }

    /** The same place for processes that work in other folders. */
    public static String everywhere(String text) {
        return SCHEME.matcher(text).matches() ? text : Path.of(text).toAbsolutePath().toString();
    }

    private static FileSystemProvider provider(String scheme) throws IOException {
        Optional<FileSystemProvider> provider =
                FileSystemProvider.installedProviders().stream()
                        .filter(installed -> installed.getScheme().equalsIgnoreCase(scheme))
                        .findFirst();
        return provider.orElseThrow(
                () ->
                        new IOException(
                                "Places of %s:// cannot be used: put a Java NIO file system for them on the class path."
                                        .formatted(scheme)));
    }

    private static Path path(FileSystemProvider provider, URI uri) throws IOException {
        try {
            return provider.getPath(uri);
        } catch (FileSystemNotFoundException e) {
            FileSystems.newFileSystem(uri, Map.of());
            return provider.getPath(uri);
        }
    }
}
