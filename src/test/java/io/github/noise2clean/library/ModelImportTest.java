package io.github.noise2clean.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.foreign.BareSettings;
import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.foreign.TinyPackage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.tensor.AxisOrder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {

    @TempDir private Path folder;

    @Test
    void anImportedPackageOpensByItsName() throws IOException {
        ModelImport.Imported imported =
                importing("", false).of(zip(TinyPackage.current()), BareSettings.NONE);
        assertEquals("tiny", imported.name());
        assertTrue(imported.notes().get(0).startsWith("It reproduces the output"));
        assertEquals(List.of("tiny"), models().names());
        ForeignModel model = assertInstanceOf(ForeignModel.class, models().open(" tiny "));
        assertEquals("It doubles.", model.label().description());
    }

    @Test
    void whatIsWrongWithAPackageIsSaidWhereItIsOpened() throws IOException {
        Path file = zip(TinyPackage.current().withFile("../x", new byte[1]));
        String reason = "the file name '../x' leads out of the package";
        IOException opened = assertThrows(IOException.class, () -> models().open(file.toString()));
        IOException imported =
                assertThrows(
                        IOException.class, () -> importing("", false).of(file, BareSettings.NONE));
        assertTrue(opened.getMessage().contains(reason), opened.getMessage());
        assertTrue(imported.getMessage().contains(reason), imported.getMessage());
    }

    @Test
    void aFolderIsImportedWithTheFilesThatAreUsed() throws IOException {
        Path tiny = Files.createDirectory(folder.resolve("tiny"));
        TinyPackage files = TinyPackage.older().withFile("large.h5", new byte[9]);
        for (Map.Entry<String, byte[]> file : files.files().entrySet())
            Files.write(tiny.resolve(file.getKey()), file.getValue());
        importing("renamed", false).of(tiny, BareSettings.NONE);
        assertEquals(List.of("renamed"), models().names());
        try (var zip = new java.util.zip.ZipFile(own().models().file("renamed").toFile())) {
            assertEquals(4, zip.size());
        }
    }

    @Test
    void aModelThatDoesNotReproduceItsTestOutputIsNotImported() throws IOException {
        Path wrong = zip(TinyPackage.current().withTestOutput(0.51f));
        IOException refusal =
                assertThrows(
                        IOException.class, () -> importing("", false).of(wrong, BareSettings.NONE));
        assertTrue(refusal.getMessage().startsWith("The model tiny was not imported. It does not"));
        assertEquals(List.of(), models().names());
    }

    @Test
    void torchScriptIsRunOnlyIfItIsTrusted() throws IOException {
        TinyPackage script =
                TinyPackage.current()
                        .with("onnx:\n    source: tiny.onnx", "torchscript:\n    source: t.pt")
                        .withFile("t.pt", TinyPackage.torchScript());
        Path file = zip(script);
        IOException refusal =
                assertThrows(
                        IOException.class, () -> importing("", false).of(file, BareSettings.NONE));
        assertTrue(refusal.getMessage().contains("import it with --trust"));
        importing("", true).of(file, BareSettings.NONE);
        assertEquals("Tiny", models().open("tiny").name());
        byte[] other = TinyPackage.torchScript();
        other[other.length - 1] ^= 1;
        Path changed = zip(script.withFile("t.pt", other));
        assertThrows(IOException.class, () -> models().open(changed.toString()));
    }

    @Test
    void aBareNetworkIsImportedWithWhatTheUserSaysOfIt() throws IOException {
        Path file = Files.write(folder.resolve("My Net.onnx"), TinyPackage.onnx());
        var said =
                new BareSettings(
                        Optional.of(new Normalization.Fixed(10, 20)),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(4),
                        OptionalInt.of(3));
        ModelImport.Imported imported = importing("", false).of(file, said);
        assertEquals("my-net", imported.name());
        assertTrue(imported.notes().get(0).startsWith("There is no test image"));
        ForeignModel model = (ForeignModel) models().open("my-net");
        Map<String, String> card = model.card();
        assertEquals("(4 + n 4) x (4 + n 4) pixels", card.get("image size"));
        assertEquals("3 x 3 pixels", card.get("halo"));
        assertEquals("scale_linear, gain [0.1], offset [-1.0]", card.get("before"));
    }

    @Test
    void aBareNetworkOfOtherAxesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("net.onnx"), TinyPackage.onnx());
        var volumes =
                new BareSettings(
                        Optional.of(new Normalization.MeanStd()),
                        Optional.of(new AxisOrder("bczyx")),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty());
        IOException refusal =
                assertThrows(IOException.class, () -> importing("", false).of(file, volumes));
        assertTrue(refusal.getMessage().contains("it takes arrays of 4 axes, not bczyx"));
    }

    @Test
    void aNameIsGivenOnce() throws IOException {
        Path file = zip(TinyPackage.current());
        importing("one", false).of(file, BareSettings.NONE);
        for (String name : List.of("one", "auto", "file", "Two Words", "../x", ""))
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            new ModelImport(models(), Optional.of(name), false)
                                    .of(file, BareSettings.NONE));
        assertEquals(List.of("one"), models().names());
    }

    @Test
    void ownModelsAreDeletedAndNoOthers() throws IOException {
        importing("one", false).of(zip(TinyPackage.current()), BareSettings.NONE);
        own().delete("one");
        assertEquals(List.of(), models().names());
        assertThrows(IOException.class, () -> own().delete("one"));
        assertThrows(IOException.class, () -> own().delete("../tiny"));
    }

    @Test
    void damagedFilesAreListedAsSuchAmongTheOthers() throws IOException {
        importing("good", false).of(zip(TinyPackage.current()), BareSettings.NONE);
        Files.writeString(own().models().file("bad"), "no zip");
        List<ListedModel> list = models().list();
        assertEquals(List.of("bad", "good"), list.stream().map(ListedModel::name).toList());
        assertEquals(Optional.empty(), list.get(0).model());
        assertTrue(list.get(0).description().startsWith("damaged: "));
        assertFalse(list.get(1).description().startsWith("damaged: "));
        assertEquals(Origin.OWN, list.get(1).origin());
    }

    @Test
    void modelsOfFijiWinOverOnesOwn() throws IOException {
        importing("tiny", false).of(zip(TinyPackage.current()), BareSettings.NONE);
        Path site = Files.createDirectory(folder.resolve("site"));
        TinyPackage.current().with("It doubles.", "Of the site.").zip(site.resolve("tiny.zip"));
        var models = new InstalledModels(bundled(), List.of(new ModelFolder(site)), own());
        assertEquals(List.of("tiny"), models.names());
        assertEquals("Of the site.", models.list().get(0).description());
    }

    @Test
    void modelsOfOthersAreNotExported() throws IOException {
        importing("tiny", false).of(zip(TinyPackage.current()), BareSettings.NONE);
        assertEquals(
                "The model tiny is of another program: only models of this one can be exported.",
                assertThrows(IOException.class, () -> models().openTrained("tiny", "be exported"))
                        .getMessage());
    }

    private Path zip(TinyPackage tiny) throws IOException {
        return tiny.zip(folder.resolve("package.zip"));
    }

    private ModelImport importing(String name, boolean trusted) throws IOException {
        return new ModelImport(models(), Optional.of(name).filter(n -> !n.isEmpty()), trusted);
    }

    private InstalledModels models() throws IOException {
        return new InstalledModels(bundled(), List.of(), own());
    }

    private OwnModels own() {
        return new OwnModels(new ModelFolder(folder.resolve("own")));
    }

    /** None. */
    private ModelLibrary bundled() throws IOException {
        Path index = folder.resolve("noise2clean/models/index.txt");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "");
        URL[] roots = {folder.toUri().toURL()};
        return new ModelLibrary(new URLClassLoader(roots, null));
    }
}
