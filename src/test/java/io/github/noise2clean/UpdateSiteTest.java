package io.github.noise2clean;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script in a project of its own, whose jars are small. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "scripts/update-site wants bash")
class UpdateSiteTest {

    private static final String OWN = "target/noise2clean-1.2.0.jar";
    private static final String NATIVES =
            "target/dependency/pytorch-native-cpu-2.7.1-linux-x86_64.jar";
    private static final String STAGED_NATIVES =
            "jars/linux64/pytorch-native-cpu-linux-x86_64-2.7.1.jar";
    private static final byte[] CLASS = classFile(61);

    @TempDir Path project;

    private record Outcome(int status, String text) {}

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(project.resolve("scripts"));
        for (String script :
                List.of("update-site", "fiji-has.txt", "CheckUpdateSite.java", "NameModule.java"))
            Files.copy(Path.of("scripts", script), project.resolve("scripts").resolve(script));
        jar(OWN, Map.of("own/Main.class", CLASS, "noise2clean/models/known.zip", new byte[1]));
        jar("target/noise2clean-1.2.0-sources.jar", Map.of());
        jar("target/dependency/api-0.35.1.jar", Map.of("djl/Api.class", CLASS));
        jar("target/dependency/pytorch-jni-2.7.1-0.35.1.jar", Map.of());
        jar(NATIVES, Map.of("META-INF/MANIFEST.MF", manifest("a.linux-x86_64")));
        for (String library : List.of("ij-1.54p", "slf4j-nop-2.0.17", "onnxruntime-1.29.0"))
            jar("target/dependency/" + library + ".jar", Map.of());
    }

    @Test
    void onlyWhatFijiLacksIsStagedAndListed() throws Exception {
        jar("trained/mine.zip", Map.of());
        Outcome outcome = stage("--models", project.resolve("trained").toString());
        List<String> files =
                List.of(
                        "jars/api-0.35.1.jar",
                        STAGED_NATIVES,
                        "jars/pytorch-jni-2.7.1-0.35.1.jar",
                        "models/noise2clean/mine.zip",
                        "plugins/noise2clean-1.2.0.jar");
        assertAll(
                () -> assertEquals(0, outcome.status(), outcome.text()),
                () -> assertEquals(files, stagedFiles()),
                () -> files.forEach(file -> says(outcome, "  " + file)),
                () -> says(outcome, "linux64      " + STAGED_NATIVES));
    }

    @Test
    void everyFaultIsSaid() throws Exception {
        jar(
                "target/dependency/late-1.jar",
                Map.of("late/L.class", classFile(65), "META-INF/versions/21/L.class", CLASS));
        jar("target/dependency/copy-3.0.jar", Map.of("djl/Api.class", CLASS));
        jar("target/dependency/api-0.36.0.jar", Map.of());
        jar("trained/known.zip", Map.of());
        Outcome outcome =
                stage("--models", project.resolve("trained").toString(), "--file-limit", "0");
        assertEquals(1, outcome.status(), outcome.text());
        for (String fault :
                List.of(
                        "late-1.jar: late/L.class has version 65, above Java 17.",
                        "jars/api-0.35.1.jar and jars/copy-3.0.jar both have djl/Api.class.",
                        "jars/api-0.35.1.jar and jars/api-0.36.0.jar are the same library.",
                        "known.zip has the name of a model in plugins/noise2clean-1.2.0.jar.",
                        STAGED_NATIVES + " has more than 0 MB.")) says(outcome, fault);
    }

    @Test
    void intelMacsAreRefused() throws Exception {
        Outcome outcome = stage("--platforms", "linux64,macos64");
        assertEquals(2, outcome.status());
        says(outcome, "PyTorch has no natives for Intel Macs");
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndLeavesFijiAlone() throws Exception {
        Path fiji = fiji("ij-1.54p.jar");
        Outcome outcome = publish(fiji, "--dry-run");
        says(outcome, "would run: Updater edit-update-site Clean https://clean/ HOST /srv/clean");
        says(outcome, "would copy: plugins/noise2clean-1.2.0.jar");
        assertTrue(Files.notExists(fiji.resolve("plugins")));
    }

    @Test
    void theUpdaterUploadsEveryFileAndForgetsTheHost() throws Exception {
        Path fiji = fiji("ij-1.54p.jar");
        Outcome outcome = publish(fiji);
        assertEquals(0, outcome.status(), outcome.text());
        String upload =
                "Updater [upload, --update-site, Clean, jars/api-0.35.1.jar, "
                        + STAGED_NATIVES
                        + ", jars/pytorch-jni-2.7.1-0.35.1.jar, plugins/noise2clean-1.2.0.jar]";
        says(outcome, "[edit-update-site, Clean, https://clean/, file:localhost, /srv/clean]");
        says(outcome, upload);
        says(outcome, "Updater [edit-update-site, Clean, https://clean/]\n");
        assertTrue(Files.exists(fiji.resolve(STAGED_NATIVES)));
    }

    @Test
    void aFijiThatLacksALibraryOrHasAnotherVersionIsRefused() throws Exception {
        Outcome without = publish(fiji(""));
        assertEquals(2, without.status());
        says(without, "has no ij: take the line out of scripts/fiji-has.txt.");
        Path fiji = fiji("ij-1.54p.jar");
        Files.createFile(fiji.resolve("jars/api-0.34.0.jar"));
        says(publish(fiji), "Remove another version first: ");
    }

    private Outcome publish(Path fiji, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("--fiji", fiji.toString(), "--site", "Clean"));
        words.addAll(List.of("--url", "https://clean/", "--target", "/srv/clean"));
        words.addAll(List.of(more));
        return stage(words.toArray(String[]::new));
    }

    private Outcome stage(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "scripts/update-site"));
        command.addAll(List.of(words));
        ProcessBuilder script = new ProcessBuilder(command).directory(project.toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().remove("UPDATE_SITE_HOST");
        Process process = script.redirectErrorStream(true).start();
        byte[] text = process.getInputStream().readAllBytes();
        return new Outcome(process.waitFor(), new String(text, StandardCharsets.UTF_8));
    }

    private static void says(Outcome outcome, String part) {
        assertTrue(outcome.text().contains(part), () -> part + " is not in " + outcome.text());
    }

    private List<String> stagedFiles() throws IOException {
        Path staged = project.resolve("target/update-site");
        try (Stream<Path> files = Files.walk(staged)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> staged.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A folder with an Updater that says what it is asked to do, and one more jar. */
    private Path fiji(String library) throws IOException {
        Path jars = Files.createDirectories(project.resolve("Fiji" + library).resolve("jars"));
        if (!library.isEmpty()) Files.createFile(jars.resolve(library));
        Path classes = compiledUpdater();
        String name = "net/imagej/updater/CommandLine.class";
        jar(
                project.relativize(jars.resolve("imagej-updater-2.0.0.jar")).toString(),
                Map.of(name, Files.readAllBytes(classes.resolve(name))));
        return jars.getParent();
    }

    private Path compiledUpdater() throws IOException {
        Path classes = Files.createDirectories(project.resolve("classes"));
        String source =
                "package net.imagej.updater; public class CommandLine {"
                        + " public static void main(String[] args) { System.out.println("
                        + "\"Updater \" + java.util.Arrays.toString(args)); } }";
        List<String> options = List.of("-proc:none", "-d", classes.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(new Source(source)))
                .call();
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///CommandLine.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private void jar(String path, Map<String, byte[]> entries) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(stream)) {
            jar.putNextEntry(new ZipEntry("LICENSE"));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
    }

    private static byte[] manifest(String module) {
        return ("Manifest-Version: 1.0\nAutomatic-Module-Name: " + module + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The magic number, the minor version and the major one. */
    private static byte[] classFile(int version) {
        return new byte[] {
            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) version
        };
    }
}
