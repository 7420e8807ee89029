package io.github.noise2clean.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.network.StoredEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that somebody has tampered with. */
class HostilePackageTest {

    @TempDir static Path whole;

    @TempDir Path folder;

    private static Map<String, byte[]> files;

    @BeforeAll
    static void write() throws IOException {
        Path file = whole.resolve("model.zip");
        ModelPackage.write(Trained.small("mean-std"), PackageOptions.STANDARD, file);
        files = PackageReader.of(file).files();
    }

    @Test
    void theFilesPutTogetherAgainAreRead() throws IOException {
        assertEquals("1.2.3", ModelFile.read(zipped(files)).card().program());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights.onnx",
                "README.md",
                "cover.png",
                "test_input.npy",
                "test_output.npy"
            })
    void aFileThatIsNotTheOneDescribedIsRefused(String name) throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.get(name)[tampered.get(name).length / 2] ^= 1;
        assertRefused(zipped(tampered), "rdf.yaml, the sha256 of " + name + " is ");
    }

    @Test
    void otherSettingsInTheCardThanDescribedAreRefused() throws IOException {
        Map<String, byte[]> tampered = copy();
        replace(tampered, "card.yaml", "two images", "six images");
        assertRefused(zipped(tampered), "rdf.yaml, the sha256 of card.yaml is ");
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.remove("weights.onnx");
        assertRefused(zipped(tampered), "rdf.yaml, it names weights.onnx, which is not there");
    }

    @Test
    void aPathOutOfThePackageIsRefused() throws IOException {
        Map<String, byte[]> tampered = copy();
        replace(tampered, "rdf.yaml", "source: weights.onnx", "source: ../../weights.onnx");
        assertRefused(zipped(tampered), "rdf.yaml, it names ../../weights.onnx, which is not");
    }

    @Test
    void aFileWithoutAHashIsRefused() throws IOException {
        Map<String, byte[]> tampered = copy();
        replace(tampered, "rdf.yaml", "source: cover.png", "image: cover.png");
        assertRefused(zipped(tampered), "rdf.yaml, it gives no sha256 of cover.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.py", "../rdf.yaml", "/rdf.yaml", "model/weights.pt"})
    void anEntryWithAForeignNameIsRefused(String name) throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.put(name, new byte[0]);
        assertRefused(zipped(tampered), "it holds a foreign or second entry " + name);
    }

    @Test
    void filesWithoutADescriptionAreRefused() throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.remove("rdf.yaml");
        assertRefused(zipped(tampered), "it lacks the entry rdf.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "rdf.yaml", "weights.onnx"})
    void anOversizedEntryIsRefused(String name) throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.put(name, Arrays.copyOf(tampered.get(name), 9 << 20));
        assertRefused(zipped(tampered), "the entry " + name + " is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rdf.yaml", "README.md", "test_input.npy"})
    void aCompressedBombIsNotUnpacked(String bomb) throws IOException {
        Path file = folder.resolve("model.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet())
                if (!entry.getKey().equals(bomb))
                    StoredEntries.add(zip, entry.getKey(), entry.getValue());
            zip.putNextEntry(new ZipEntry(bomb));
            zip.write(new byte[1 << 24]);
        }
        assertRefused(file, "the entry " + bomb + " is compressed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: [*a, *a, *a]",
                "a: !!javax.script.ScriptEngineManager []",
                "a: !!java.net.URL [\"http://localhost/\"]",
                "a: 1\na: 2",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
            })
    void aDescriptionThatIsMoreThanPlainTextIsRefused(String text) throws IOException {
        Map<String, byte[]> tampered = copy();
        tampered.put("rdf.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertRefused(zipped(tampered), "rdf.yaml, ");
    }

    private void assertRefused(Path file, String reason) {
        ModelFormatException refusal =
                assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static Map<String, byte[]> copy() {
        Map<String, byte[]> copy = new LinkedHashMap<>();
        files.forEach((name, content) -> copy.put(name, content.clone()));
        return copy;
    }

    private static void replace(
            Map<String, byte[]> files, String name, String before, String after) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        assertTrue(text.contains(before), text);
        files.put(name, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private Path zipped(Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve("model.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet())
                StoredEntries.add(zip, entry.getKey(), entry.getValue());
        }
        return file;
    }
}
