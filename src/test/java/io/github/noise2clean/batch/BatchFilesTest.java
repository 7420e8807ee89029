package io.github.noise2clean.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {

    @TempDir private Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void makeFiles() throws IOException {
        in = folder.resolve("in");
        out = folder.resolve("out");
        for (String name :
                List.of(
                        "b.PNG",
                        "a.tif",
                        "notes.txt",
                        ".hidden.tif",
                        "deep/c_ch1.tif",
                        "deep/er/d.jpg",
                        ".cache/e.tif")) file("in/" + name);
    }

    @Test
    void imagesOfTheFolderItselfAreTakenInTheOrderOfTheirNames() throws IOException {
        assertEquals(List.of("a.tif > a.tif", "b.PNG > b.tif"), moves(of(FileSearch.PLAIN, out)));
        assertFalse(Files.exists(out.resolve("deep")));
    }

    @Test
    void foldersWithinKeepTheirPlaces() throws IOException {
        assertEquals(
                List.of(
                        "a.tif > a.tif",
                        "b.PNG > b.tif",
                        "deep/c_ch1.tif > deep/c_ch1.tif",
                        "deep/er/d.jpg > deep/er/d.tif"),
                moves(of(search("", ""), out)));
        assertTrue(Files.isDirectory(out.resolve("deep/er")));
    }

    @Test
    void aFolderMayBeNamedFromTheWorkingFolder() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        assumeTrue(here.getRoot().equals(in.getRoot()), "needs both folders on one drive");
        Path relative = here.relativize(in.toAbsolutePath());
        BatchFiles files = BatchFiles.of(List.of(relative), FileSearch.PLAIN, out);
        assertEquals(relative.resolve("a.tif"), files.files().get(0).input());
        assertEquals(out.resolve("a.tif"), files.files().get(0).output());
    }

    @Test
    void aPatternIsOfNamesAndWithoutRegardToCapitals() throws IOException {
        assertEquals(List.of("b.PNG > b.tif"), moves(of(search("*.png", ""), out)));
        assertEquals(
                List.of("b.PNG > b.tif", "deep/c_ch1.tif > deep/c_ch1.tif"),
                moves(of(search("{B.*,*_CH1.tif}", ""), out)));
        assertEquals(List.of("notes.txt > notes.tif"), moves(of(search("n*", ""), out)));
    }

    @Test
    void resultsAreNotTakenAgain() throws IOException {
        FileSearch search = search("*.tif", "-clean");
        List<String> expected =
                List.of("a.tif > a-clean.tif", "deep/c_ch1.tif > deep/c_ch1-clean.tif");
        for (Path output : List.of(in, in.resolve("deep"), in.resolve("new"))) {
            BatchFiles files = of(search, output);
            if (output.equals(in)) assertEquals(expected, moves(files, in));
            for (BatchFile file : files.files()) Files.writeString(file.output(), "result");
            assertEquals(moves(files, output), moves(of(search, output), output));
        }
    }

    @Test
    void anOutputFolderWithinTheInputIsNotSearched() throws IOException {
        assertEquals(
                List.of("a.tif > a.tif", "b.PNG > b.tif"),
                moves(of(search("", ""), in.resolve("deep")), in.resolve("deep")));
    }

    @Test
    void twoInputsOfOneOutputAreAMistake() throws IOException {
        file("in/a.png");
        assertEquals(
                "Both %s and %s would be written to %s: take them one by one."
                        .formatted(in.resolve("a.png"), in.resolve("a.tif"), out.resolve("a.tif")),
                refusal(FileSearch.PLAIN, out));
        assertFalse(Files.exists(out));
    }

    @Test
    void anInputIsNeverOverwritten() {
        assertTrue(refusal(FileSearch.PLAIN, in).contains("would overwrite an input"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsAMistake() throws IOException {
        Path file = file("out.txt");
        assertTrue(refusal(FileSearch.PLAIN, file).contains("need a folder as output"));
    }

    @Test
    void aFolderWithoutImagesIsReported() throws IOException {
        BatchFiles files = of(search("*.gif", "-clean"), out);
        assertEquals(
                "The folder %s holds no image files whose names match *.gif, but for results, whose names end with -clean."
                        .formatted(in),
                files.settled().get(0).message());
        assertEquals(1, files.count());
    }

    @Test
    void aLinkThatLeadsNowhereIsTakenAndOneThatLeadsBackIsNot() throws IOException {
        Files.createSymbolicLink(in.resolve("deep/er/lost.tif"), folder.resolve("nothing"));
        Files.createSymbolicLink(in.resolve("deep/er/back"), in);
        BatchFiles files = of(search("*t.tif", ""), out);
        assertEquals(List.of("deep/er/lost.tif > deep/er/lost.tif"), moves(files));
        assertEquals(List.of(), files.settled());
    }

    private BatchFiles of(FileSearch search, Path output) throws IOException {
        return BatchFiles.of(List.of(in), search, output);
    }

    private String refusal(FileSearch search, Path output) {
        return assertThrows(IOException.class, () -> of(search, output)).getMessage();
    }

    private List<String> moves(BatchFiles files) {
        return moves(files, out);
    }

    private List<String> moves(BatchFiles files, Path output) {
        return files.files().stream()
                .map(file -> in.relativize(file.input()) + " > " + output.relativize(file.output()))
                .map(move -> move.replace('\\', '/'))
                .toList();
    }

    private static FileSearch search(String pattern, String suffix) {
        Optional<NamePattern> wanted =
                Optional.of(pattern).filter(text -> !text.isEmpty()).map(NamePattern::new);
        return new FileSearch(true, wanted, suffix);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
