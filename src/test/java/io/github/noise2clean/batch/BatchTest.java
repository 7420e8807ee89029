package io.github.noise2clean.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.tensor.OutOfMemory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    private static final DenoisingSettings SETTINGS =
            new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN);

    @TempDir private Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        for (String name : List.of("a.tif", "b.tif", "c.tif")) image(name);
    }

    @Test
    void everyFileIsWrittenAndReported() throws IOException {
        List<FileReport> reports = run(new Copying(), ImageFiles::open);
        assertEquals(List.of("a.tif done", "b.tif done", "c.tif done"), words(reports));
        assertEquals(List.of("a.tif", "b.tif", "c.tif"), names(out));
        assertEquals(out.resolve("b.tif").toString(), reports.get(1).message());
    }

    @Test
    void aLockedFileDoesNotStopTheOthers() throws IOException {
        List<FileReport> reports = run(new Copying(), this::openedUnlessB);
        assertEquals(List.of("a.tif done", "b.tif failed", "c.tif done"), words(reports));
        assertEquals(
                in.resolve("b.tif") + ": another process has locked it", reports.get(1).message());
        assertEquals(List.of("a.tif", "c.tif"), names(out));
    }

    @Test
    void nothingThatOneImageBringsAboutStopsTheOthers() throws IOException {
        for (Throwable fault :
                List.of(
                        new OutOfMemoryError("heap"),
                        new DeviceMemoryException("The device is full.", null),
                        new IllegalArgumentException("The network wants volumes."),
                        new IllegalStateException("never thought of"))) {
            List<FileReport> reports = run(failingAtB(fault), ImageFiles::open);
            assertEquals(List.of("a.tif done", "b.tif failed", "c.tif done"), words(reports));
        }
    }

    @Test
    void onlyWhatNobodyThoughtOfIsToldAsABug() throws IOException {
        assertEquals(
                "The network wants volumes.",
                message(new IllegalArgumentException("The network wants volumes.")));
        assertEquals(
                OutOfMemory.of(new OutOfMemoryError("heap")).getMessage(),
                message(new OutOfMemoryError("heap")));
        assertEquals(
                "Bug: java.lang.IllegalStateException: what",
                message(new IllegalStateException("what")));
    }

    @Test
    void anEngineThatCannotBeLoadedStopsAll() {
        EngineLoadException fault =
                new EngineLoadException(new UnsatisfiedLinkError("no natives"), Optional.empty());
        assertThrows(EngineLoadException.class, () -> run(failingAtB(fault), ImageFiles::open));
    }

    @Test
    void whatIsDoneIsLeftAsItIs() throws IOException {
        run(new Copying(), ImageFiles::open);
        FileTime before = Files.getLastModifiedTime(out.resolve("a.tif"));
        FileTime later = FileTime.fromMillis(before.toMillis() + 5000);
        Files.setLastModifiedTime(in.resolve("b.tif"), later);
        Files.delete(out.resolve("c.tif"));
        BatchFiles files = files().withoutDone();
        List<FileReport> reports = new ArrayList<>();
        new Batch(new Copying(), SETTINGS).run(files, log(), into(reports));
        assertEquals(List.of("a.tif skipped", "b.tif done", "c.tif done"), words(reports));
        assertEquals(before, Files.getLastModifiedTime(out.resolve("a.tif")));
    }

    @Test
    void aStopBetweenTilesLeavesTheFileUndoneAndCountsTheRest() throws IOException {
        List<Double> shares = new ArrayList<>();
        BatchSummary summary =
                new Batch(new Copying(), SETTINGS)
                        .run(files(), log(), stoppingWithin("b.tif", shares));
        assertEquals(new BatchSummary(1, 0, 0, 2), summary);
        assertEquals(
                "Stopped: of 3 files 1 were denoised, 0 had been done before and 0 failed;"
                        + " 2 are left.",
                summary.sentence());
        assertEquals(List.of("a.tif"), names(out));
        assertEquals(List.of(0.0, 1 / 6.0, 1 / 3.0, 1 / 3.0, 0.5), rounded(shares));
    }

    @Test
    void theLogHasEveryFileAndIsAppendedTo() throws IOException {
        Path table = folder.resolve("log.csv");
        for (int i = 0; i < 2; i++)
            try (BatchLog log = BatchLog.of(Optional.of(table))) {
                new Batch(new Copying(), SETTINGS, this::openedUnlessB)
                        .run(files(), log, new RowsSoFar(table, 1 + 3 * i));
            }
        List<String> rows = Files.readAllLines(table);
        assertEquals("file,outcome,seconds,message", rows.get(0));
        assertEquals(7, rows.size());
        assertTrue(
                rows.get(5)
                        .matches(
                                "\"\\Q%s\\E\",failed,\\d+\\.\\d{3},\".* locked it\""
                                        .formatted(in.resolve("b.tif"))),
                rows.get(5));
    }

    @Test
    void whatIsTooLargeForTheMemoryStaysInItsFile() throws IOException {
        ImageFiles.save(IJ.createImage("b.tif", "8-bit ramp", 60, 40, 1), in.resolve("b.tif"));
        ImageFiles.save(IJ.createImage("", "8-bit ramp", 60, 40, 1), in.resolve("d.png"));
        List<Path> inFiles = new ArrayList<>();
        Copying copying =
                new Copying() {
                    @Override
                    public Outcome outcome(FileImage noisy, Path result, DenoisingListener listener)
                            throws IOException {
                        inFiles.add(noisy.file());
                        return super.outcome(noisy, result, listener);
                    }
                };
        List<FileReport> reports = new ArrayList<>();
        new Batch(copying, SETTINGS, ImageFiles::open, 2 * 60 * 40 - 1)
                .run(files(), log(), into(reports));
        assertEquals(
                List.of("a.tif done", "b.tif done", "c.tif done", "d.png done"), words(reports));
        assertEquals(List.of(in.resolve("b.tif")), inFiles);
        new Batch(copying, SETTINGS, ImageFiles::open, 2 * 60 * 40)
                .run(files(), log(), BatchListener.NONE);
        assertEquals(1, inFiles.size());
    }

    @Test
    void nothingHalfIsLeftWhereWritingFails() throws IOException {
        BatchFiles files = files();
        Files.createDirectory(out.resolve("b.tif"));
        List<FileReport> reports = new ArrayList<>();
        new Batch(new Copying(), SETTINGS).run(files, log(), into(reports));
        assertEquals(List.of("a.tif done", "b.tif failed", "c.tif done"), words(reports));
        assertEquals(List.of("a.tif", "b.tif", "c.tif"), names(out));
    }

    /** Checks that each file is in the log when the listener is told of it. */
    private record RowsSoFar(Path table, List<Integer> rows) implements BatchListener {

        RowsSoFar(Path table, int before) {
            this(table, new ArrayList<>(List.of(before)));
        }

        @Override
        public void finished(FileReport report) throws IOException {
            rows.add(rows.get(rows.size() - 1) + 1);
            assertEquals(rows.get(rows.size() - 1), Files.readAllLines(table).size());
        }
    }

    private String message(Throwable fault) throws IOException {
        return run(failingAtB(fault), ImageFiles::open).get(1).message();
    }

    private List<FileReport> run(Copying denoising, Batch.Source source) throws IOException {
        List<FileReport> reports = new ArrayList<>();
        BatchSummary summary =
                new Batch(denoising, SETTINGS, source).run(files(), log(), into(reports));
        assertFalse(summary.isStopped());
        return reports;
    }

    private BatchFiles files() throws IOException {
        return BatchFiles.of(List.of(in), FileSearch.PLAIN, out);
    }

    private static BatchLog log() throws IOException {
        return BatchLog.of(Optional.empty());
    }

    private static BatchListener into(List<FileReport> reports) {
        return new BatchListener() {
            @Override
            public void finished(FileReport report) {
                reports.add(report);
            }
        };
    }

    private static BatchListener stoppingWithin(String name, List<Double> shares) {
        return new BatchListener() {
            private boolean stopped;

            @Override
            public void progressed(BatchProgress progress) {
                stopped = progress.file().endsWith(name) && shares.size() == 4;
                shares.add(progress.share());
            }

            @Override
            public boolean isStopped() {
                return stopped;
            }
        };
    }

    private ImagePlus openedUnlessB(Path file) throws IOException {
        if (file.endsWith("b.tif"))
            throw new FileSystemException(file.toString(), null, "another process has locked it");
        return ImageFiles.open(file);
    }

    private static Copying failingAtB(Throwable fault) {
        return new Copying() {
            @Override
            public Outcome outcome(ImagePlus noisy, DenoisingListener listener) {
                if (!noisy.getTitle().equals("b.tif")) return super.outcome(noisy, listener);
                if (fault instanceof Error error) throw error;
                throw (RuntimeException) fault;
            }
        };
    }

    private void image(String name) throws IOException {
        ImageFiles.save(IJ.createImage(name, "8-bit ramp", 6, 4, 1), in.resolve(name));
    }

    private static List<String> words(List<FileReport> reports) {
        return reports.stream()
                .map(report -> report.file().getFileName() + " " + report.kind())
                .toList();
    }

    private static List<Double> rounded(List<Double> shares) {
        return shares.stream().map(share -> Math.round(share * 6) / 6.0).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
