package io.github.noise2clean.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch is to do.
 *
 * @param files to denoise, in this order
 * @param settled reports of what needs no work: files and folders that cannot be read, and files
 *     that are done
 */
public record BatchFiles(List<BatchFile> files, List<FileReport> settled) {

    public BatchFiles {
        files = List.copyOf(files);
        settled = List.copyOf(settled);
    }

    /**
     * Finds the files, gives each its output, and makes the folders for these.
     *
     * @param inputs files, and folders to search
     * @param output the file to write; or, where there may be several inputs or it is a folder, the
     *     folder for a .tif file of each, at the place that the input has in the searched folder
     * @throws IOException with a sentence for the user, if two inputs have one output, an output is
     *     an input, or a folder cannot be written to
     */
    public static BatchFiles of(List<Path> inputs, FileSearch search, Path output)
            throws IOException {
        BatchFiles found = found(inputs, search, output);
        boolean several = inputs.size() > 1 || Files.isDirectory(inputs.get(0));
        BatchFiles files =
                several || Files.isDirectory(output) ? found : found.into(output, search.suffix());
        files.requireDistinct();
        files.requireNoInput();
        if (files == found) files.makeFolders(output);
        return files;
    }

    /** The same, where files whose output is there, and not older than they are, are settled. */
    public BatchFiles withoutDone() throws IOException {
        List<BatchFile> left = new ArrayList<>();
        List<FileReport> known = new ArrayList<>(settled);
        for (BatchFile file : files) {
            if (file.isDone()) known.add(FileReport.skipped(file));
            else left.add(file);
        }
        return new BatchFiles(left, known);
    }

    /** Of all files, settled or not. */
    public int count() {
        return files.size() + settled.size();
    }

    private static BatchFiles found(List<Path> inputs, FileSearch search, Path output) {
        List<BatchFile> files = new ArrayList<>();
        List<FileReport> faults = new ArrayList<>();
        for (Path input : inputs) {
            try {
                BatchFiles found = search.in(input, output);
                files.addAll(found.files);
                faults.addAll(found.settled);
            } catch (IOException e) {
                faults.add(FileReport.failed(input, 0, e));
            }
        }
        return new BatchFiles(files, faults);
    }

    private BatchFiles into(Path output, String suffix) {
        if (!suffix.isEmpty())
            throw new IllegalArgumentException("A suffix needs a folder as output.");
        return new BatchFiles(
                files.stream().map(file -> new BatchFile(file.input(), output)).toList(), settled);
    }

    private void requireDistinct() throws IOException {
        Map<Path, Path> inputs = new HashMap<>();
        for (BatchFile file : files) {
            Path other = inputs.put(file.output(), file.input());
            if (other != null)
                throw new IOException(
                        "Both %s and %s would be written to %s: take them one by one."
                                .formatted(other, file.input(), file.output()));
        }
    }

    private void requireNoInput() throws IOException {
        Set<Path> inputs = new HashSet<>();
        for (BatchFile file : files)
            if (Files.exists(file.input())) inputs.add(file.input().toRealPath());
        for (BatchFile file : files)
            if (Files.exists(file.output()) && inputs.contains(file.output().toRealPath()))
                throw new IOException(
                        "The output "
                                + file.output()
                                + " would overwrite an input: choose another folder or name.");
    }

    private void makeFolders(Path output) throws IOException {
        boolean namedAsFile = output.toString().matches("(?i).*\\.(tiff?|png)");
        if (Files.isRegularFile(output) || namedAsFile && !Files.exists(output))
            throw new IOException("Several images need a folder as output, not " + output + ".");
        Set<Path> folders = new HashSet<>();
        for (BatchFile file : files) folders.add(file.output().getParent());
        for (Path folder : folders) {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder))
                throw new IOException(
                        "There is no permission to write into the folder " + folder + ".");
        }
    }
}
