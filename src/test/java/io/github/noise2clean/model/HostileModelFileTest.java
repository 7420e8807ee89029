package io.github.noise2clean.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that are no models, or models that somebody has tampered with. */
class HostileModelFileTest {

    @TempDir Path folder;

    @Test
    void aFileThatIsNoZipIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("model.zip"), "not a zip");
        assertRefused(file, "it is no zip file, or not the whole of one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.yaml", "graph.yaml", "weights.pt"})
    void aSymbolicLinkIsRefusedByItsName(String name) throws IOException {
        Path file = TestModels.zipped(folder, entries());
        Files.write(file, ZipLinks.linked(bytes(file), name));
        assertRefused(file, "the file " + name + " is a symbolic link: pack the file that it");
    }

    @Test
    void aDirectoryThatDoesNotCountItsFilesIsRefused() throws IOException {
        Path file = TestModels.zipped(folder, entries());
        byte[] zip = bytes(file);
        zip[zip.length - 22 + 16] += 1; // where the directory begins
        assertRefused(Files.write(file, zip), "");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void aTruncatedFileIsRefused(double kept) throws IOException {
        byte[] whole = bytes(TestModels.zipped(folder, entries()));
        Path file = folder.resolve("model.zip");
        Files.write(file, Arrays.copyOf(whole, (int) (kept * whole.length)));
        assertRefused(file, "");
    }

    @Test
    void aZipOfSomethingElseIsRefused() throws IOException {
        Path file = TestModels.zipped(folder, Map.of("letter.txt", new byte[9]));
        assertRefused(file, "it lacks the entry card.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.yaml", "graph.yaml", "weights.pt"})
    void aMissingEntryIsNamed(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove(name);
        assertRefused(TestModels.zipped(folder, entries), "it lacks the entry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "/etc/evil", "C:\\evil", "..\\evil", "sub/", "x", "card.yaml/"})
    void anEntryWithAForeignNameIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(name, new byte[0]);
        assertRefused(TestModels.zipped(folder, entries), "it holds a foreign or second entry");
        assertFalse(Files.exists(folder.resolveSibling("evil")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.yaml", "graph.yaml", "weights.pt"})
    void aSecondEntryOfOneNameIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("#".repeat(name.length()), entries.get(name));
        byte[] file = bytes(TestModels.zipped(folder, entries));
        replace(file, "#".repeat(name.length()), name);
        assertRefused(Files.write(folder.resolve("model.zip"), file), "it holds a foreign or seco");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.yaml", "graph.yaml", "weights.pt"})
    void aCompressedBombIsNotUnpacked(String bomb) throws IOException {
        Path file = folder.resolve("model.zip");
        byte[] zeros = new byte[1 << 24];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
                ZipEntry stored = stored(entry.getKey(), entry.getValue());
                zip.putNextEntry(entry.getKey().equals(bomb) ? new ZipEntry(bomb) : stored);
                zip.write(entry.getKey().equals(bomb) ? zeros : entry.getValue());
            }
        }
        assertRefused(file, "the entry " + bomb + " is compressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.yaml", "graph.yaml", "weights.pt"})
    void anOversizedEntryIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(name, Arrays.copyOf(entries.get(name), 9 << 20));
        assertRefused(TestModels.zipped(folder, entries), "the entry " + name + " is too large");
    }

    @Test
    void anEntryThatDeclaresMoreThanTheFileHoldsIsRefused() throws IOException {
        byte[] file = bytes(TestModels.zipped(folder, entries()));
        int sizes = lastIndexOf(file, "card.yaml") - 26;
        for (int i = 0; i < 8; i++) file[sizes + i] = (byte) (i % 4 == 2 ? 0x7f : 0);
        assertRefused(Files.write(folder.resolve("model.zip"), file), "card.yaml");
    }

    @Test
    void oneFlippedBitOfTheWeightsIsFound() throws IOException {
        byte[] file = bytes(TestModels.zipped(folder, entries()));
        file[lastIndexOf(file, "net/data/3") - 2000] ^= 1;
        assertRefused(
                Files.write(folder.resolve("model.zip"), file), "the entry weights.pt is damaged");
    }

    @Test
    void aRandomlyDamagedFileIsRefusedOrReadButNeverAnythingElse() throws IOException {
        byte[] whole = bytes(TestModels.zipped(folder, entries()));
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 3; i++)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            readOrRefuse(Files.write(folder.resolve("model.zip"), damaged));
        }
    }

    @Test
    void randomlyDamagedTextIsRefusedOrReadButNeverAnythingElse() throws IOException {
        Map<String, byte[]> whole = entries();
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 400; round++) {
            Map<String, byte[]> entries = new LinkedHashMap<>(whole);
            String name = round % 2 == 0 ? "graph.yaml" : "card.yaml";
            byte[] text = whole.get(name).clone();
            entries.put(name, text);
            for (int i = 0; i < 2; i++)
                text[random.nextInt(text.length)] = (byte) (' ' + random.nextInt(95));
            readOrRefuse(TestModels.zipped(folder, entries));
        }
    }

    private void readOrRefuse(Path file) throws IOException {
        try {
            ModelFile.read(file);
        } catch (ModelFormatException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
    }

    private static void assertRefused(Path file, String reason) {
        ModelFormatException refusal =
                assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
        String start = file + " is not a Noise2Clean model: ";
        assertTrue(refusal.getMessage().startsWith(start), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private Map<String, byte[]> entries() throws IOException {
        return TestModels.entries(TestModels.small(), folder);
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static void replace(byte[] file, String before, String after) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replace(before, after);
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, file.length);
    }

    private static int lastIndexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
