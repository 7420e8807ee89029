package io.github.noise2clean.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.model.Sha256;
import io.github.noise2clean.model.ZipLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePackageTest {

    private static final TinyPackage TINY = TinyPackage.current();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../x.onnx", "/etc/x.onnx", "a/../../x.onnx", "C:/x", "a\\b", ".."})
    void namesThatLeadOutOfThePackageAreRefused(String name) throws IOException {
        assertRefused(TINY.with("tiny.onnx", "'" + name + "'"), "leads out of the package");
        assertRefused(TINY.withFile(name, new byte[1]), "leads out of the package");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path tiny = Files.createDirectory(folder.resolve("tiny"));
        for (Map.Entry<String, byte[]> file : TINY.files().entrySet())
            Files.write(tiny.resolve(file.getKey()), file.getValue());
        Path outside = Files.write(folder.resolve("outside.onnx"), TinyPackage.onnx());
        assertEquals("Tiny", ForeignPackage.read(tiny, Trust.NONE).model().name());
        Files.delete(tiny.resolve("tiny.onnx"));
        assumeTrue(linked(tiny.resolve("tiny.onnx"), outside), "There are no links here.");
        assertRefused(tiny, "a link that leads out of the folder");
    }

    @Test
    void aLinkInAZipIsRefusedByItsName() throws IOException {
        Path file = TINY.withFile("link.onnx", "tiny.onnx".getBytes()).zip(folder.resolve("a.zip"));
        assertEquals("Tiny", ForeignPackage.read(file, Trust.NONE).model().name());
        Files.write(file, ZipLinks.linked(Files.readAllBytes(file), "link.onnx"));
        assertRefused(
                file, "the file link.onnx is a symbolic link: pack the file that it leads to");
    }

    @Test
    void aBombIsRefused() throws IOException {
        TinyPackage full = TINY.withFile("bomb", new byte[17 << 20]);
        assertRefused(full, "would grow to more than 200 times its size");
        assertRefused(manyEntries(), "too many for a model");
    }

    @Test
    void aDescriptionThatIsTooLargeIsRefused() throws IOException {
        byte[] spaces = new byte[5 << 20];
        Arrays.fill(spaces, (byte) ' ');
        assertRefused(TINY.withFile("rdf.yaml", spaces), "rdf.yaml is too large");
    }

    @Test
    void aFileWithAnotherHashIsRefused() throws IOException {
        String hash = Sha256.of(TinyPackage.onnx());
        String reference = "source: tiny.onnx\n    sha256: ";
        assertEquals("Tiny", read(TINY.with("source: tiny.onnx", reference + hash)).name());
        String other = Sha256.of(new byte[0]);
        assertRefused(
                TINY.with("source: tiny.onnx", reference + other),
                "the SHA-256 of tiny.onnx is " + hash + ", not " + other);
    }

    @Test
    void yamlThatDoesMoreThanDescribeIsRefused() throws IOException {
        assertRefused(TINY.with("name: Tiny", "name: !!java.net.URL [x]"), "rdf.yaml, line 3");
        assertRefused(TINY.with("cite:", "a: &a [x]\nb: [*a, *a]\ncite:"), "rdf.yaml, ");
        assertRefused(TINY.with("name: Tiny", "name: Tiny\nname: Two"), "rdf.yaml, ");
        assertRefused(TINY.with("name: Tiny", "a: " + "[".repeat(99)), "rdf.yaml, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{min: 1000000, step: 8}",
                "{min: 16, step: -1}",
                "{min: 16, step: 99999999}",
                "{min: 0, step: 8}",
                "{min: 1e99, step: 8}",
                "{min: .nan, step: 8}",
                "-5",
                "many"
            })
    void absurdSizesAreRefused(String size) throws IOException {
        assertRefused(TINY.with("{min: 16, step: 8}", size), "cannot be used as a model: ");
    }

    @Test
    void absurdProcessingIsRefused() throws IOException {
        assertRefused(TINY.with("gain: 0.5", "gain: 0"), "gain 0");
        assertRefused(TINY.with("gain: 0.5", "gain: .inf"), "gain is no number");
        assertRefused(TINY.with("gain: 0.5", "gain: [1, 2, 3]"), "it scales 3 channels of 1");
        assertRefused(TINY.with("halo: 4", "halo: 100000"), "beyond all bounds");
        assertRefused(TINY.with("[grey]", "[" + "a,".repeat(99) + "]"), "99 channels");
    }

    @Test
    void aDamagedZipIsRefused() throws IOException {
        byte[] zip = Files.readAllBytes(TINY.zip(folder.resolve("tiny.zip")));
        Path file = folder.resolve("cut.zip");
        Files.write(file, Arrays.copyOf(zip, zip.length / 2));
        assertRefused(file, "it is no zip file, or not the whole of one");
    }

    @Test
    void whatAFileSaysOfItselfIsShownInOneShortLine() throws IOException {
        IOException refusal =
                assertThrows(
                        ModelFormatException.class,
                        () ->
                                read(
                                        TINY.with(
                                                "id: sigmoid",
                                                "id: \"a\\n\\e[2J" + "b".repeat(999) + '"')));
        assertTrue(refusal.getMessage().length() < 500);
        assertEquals(0, refusal.getMessage().chars().filter(c -> c < ' ').count());
    }

    private static boolean linked(Path link, Path file) {
        try {
            Files.createSymbolicLink(link, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private Path manyEntries() throws IOException {
        Path file = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 1001; i++) zip.putNextEntry(new ZipEntry("e" + i));
            zip.putNextEntry(new ZipEntry("rdf.yaml"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private ForeignModel read(TinyPackage tiny) throws IOException {
        return ForeignPackage.read(tiny.zip(folder.resolve("tiny.zip")), Trust.NONE).model();
    }

    private void assertRefused(TinyPackage tiny, String reason) throws IOException {
        assertRefused(tiny.zip(folder.resolve("tiny.zip")), reason);
    }

    private static void assertRefused(Path file, String reason) {
        IOException refusal =
                assertThrows(
                        ModelFormatException.class,
                        () -> ForeignPackage.read(file, Trust.NONE).model());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
