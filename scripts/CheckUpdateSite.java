import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lists the files of a staged update site with sizes and platforms, and says what is wrong. */
public final class CheckUpdateSite {

    private static final Pattern PLACES =
            Pattern.compile(
                    "(plugins|jars)/[^/]+\\.jar|models/noise2clean/[^/]+\\.zip"
                            + "|jars/(?<platform>linux64|linux-arm64|win64|macos-arm64)"
                            + "/[^/]+\\.jar");
    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*(?=\\.jar$)");
    private static final String BUNDLED = "noise2clean/models/";
    private static final String EVERY = "all";

    /** That of Java 17. */
    private static final int NEWEST_CLASS = 61;

    private static final int MEGABYTE = 1_000_000;

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> jarOfClass = new HashMap<>();
    private final Map<String, String> jarOfArtifact = new HashMap<>();
    private final Map<String, String> jarOfModel = new HashMap<>();

    private CheckUpdateSite(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder and two limits in megabytes: of one file, and of all together. */
    public static void main(String[] args) throws IOException {
        CheckUpdateSite check = new CheckUpdateSite(Path.of(args[0]));
        List<String> files = check.files();
        check.list(files);
        check.sizes(files, Long.parseLong(args[1]), Long.parseLong(args[2]));
        check.contents(files);
        check.problems.forEach(problem -> System.err.println("update-site: " + problem));
        System.exit(check.problems.isEmpty() ? 0 : 1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(this::name).sorted().toList();
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private void list(List<String> files) {
        for (String file : files) row(size(file), platform(file), file);
        for (String platform : platforms(files))
            row(download(files, platform), platform, "what a user receives");
    }

    private static void row(long bytes, String platform, String text) {
        double megabytes = (double) bytes / MEGABYTE;
        System.out.printf(Locale.ROOT, "%7.2f MB  %-11s  %s%n", megabytes, platform, text);
    }

    private Set<String> platforms(List<String> files) {
        Set<String> platforms = new TreeSet<>(files.stream().map(this::platform).toList());
        platforms.remove(EVERY);
        return platforms;
    }

    private long download(List<String> files, String platform) {
        return files.stream().filter(f -> together(f, platform)).mapToLong(this::size).sum();
    }

    /** Whether users of that platform receive the file. */
    private boolean together(String file, String platform) {
        String its = platform(file);
        return its.equals(EVERY) || platform.equals(EVERY) || its.equals(platform);
    }

    private String platform(String file) {
        Matcher place = PLACES.matcher(file);
        return place.matches() && place.group("platform") != null ? place.group("platform") : EVERY;
    }

    private long size(String file) {
        try {
            return Files.size(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sizes(List<String> files, long fileLimit, long siteLimit) {
        for (String file : files)
            if (size(file) > fileLimit * MEGABYTE)
                problems.add(file + " has more than " + fileLimit + " MB.");
        if (download(files, EVERY) > siteLimit * MEGABYTE)
            problems.add("The files have more than " + siteLimit + " MB together.");
    }

    private void contents(List<String> files) {
        for (String file : files) {
            if (!PLACES.matcher(file).matches())
                problems.add(file + " is not where Fiji looks for it.");
            if (file.endsWith(".jar")) jar(file);
        }
        files.stream().filter(file -> file.startsWith("models/")).forEach(this::model);
        platforms(files).forEach(this::modules);
    }

    private void jar(String file) {
        String artifact = VERSION.matcher(lastName(file)).replaceFirst("");
        String other = jarOfArtifact.putIfAbsent(artifact, file);
        if (other != null) problems.add(other + " and " + file + " are the same library.");
        try (ZipFile jar = new ZipFile(folder.resolve(file).toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) entry(file, jar, entry);
        } catch (IOException e) {
            problems.add(file + " is no jar: " + e.getMessage() + ".");
        }
    }

    private static String lastName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private void entry(String file, ZipFile jar, ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (name.startsWith(BUNDLED)) jarOfModel.put(name.substring(BUNDLED.length()), file);
        // Those of a multi-release jar are for the Java that can read them.
        if (!name.endsWith(".class") || name.startsWith("META-INF/versions/")) return;
        int version = version(jar, entry);
        if (version > NEWEST_CLASS)
            problems.add(file + ": " + name + " has version " + version + ", above Java 17.");
        if (!name.equals("module-info.class")) duplicate(file, name);
    }

    /** The class file format's major version, after the magic number and the minor one. */
    private static int version(ZipFile jar, ZipEntry entry) throws IOException {
        try (DataInputStream stream = new DataInputStream(jar.getInputStream(entry))) {
            stream.readInt();
            stream.readUnsignedShort();
            return stream.readUnsignedShort();
        }
    }

    private void duplicate(String file, String name) {
        String other = jarOfClass.putIfAbsent(name, file);
        if (other != null && together(file, platform(other)))
            problems.add(other + " and " + file + " both have " + name + ".");
    }

    private void model(String file) {
        String jar = jarOfModel.get(lastName(file));
        if (jar != null) problems.add(file + " has the name of a model in " + jar + ".");
    }

    /** Fiji has the folder of the platform on Java's module path. */
    private void modules(String platform) {
        try {
            ModuleFinder.of(folder.resolve("jars").resolve(platform)).findAll();
        } catch (FindException e) {
            problems.add("Fiji would not start with jars/" + platform + ": " + e.getMessage());
        }
    }
}
