package io.github.noise2clean.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Image files: found, opened and saved, without a dialog; every fault is one sentence. */
public final class ImageFiles {

    private static final Set<String> EXTENSIONS =
            Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm");

    private ImageFiles() {}

    /**
     * Reads a TIFF with all its planes, a PNG, JPEG, BMP, GIF, PGM, FITS or DICOM image, or all
     * images of an IDX file (MNIST), whose slice labels are their digits where the file of labels
     * lies beside; the contents decide, not the name.
     *
     * <p>Only a file named .bin or .bin.gz is taken for a batch of CIFAR-10: an RGB stack with the
     * classes as slice labels.
     *
     * @throws IOException with a sentence that names the file, when it is missing, foreign,
     *     damaged, or too large for the memory
     */
    public static ImagePlus open(Path file) throws IOException {
        requireFile(file);
        ImagePlus image = new ImageFileReader(file).read();
        image.setTitle(file.getFileName().toString());
        return image;
    }

    /**
     * The file itself, or the image files in the folder, sorted by name.
     *
     * @throws IOException with a sentence, when there is none
     */
    public static List<Path> list(Path fileOrFolder) throws IOException {
        if (Files.isRegularFile(fileOrFolder)) return List.of(fileOrFolder);
        if (!Files.isDirectory(fileOrFolder))
            throw new IOException("There is no file or folder " + fileOrFolder + ".");
        List<Path> images = imagesIn(fileOrFolder);
        if (images.isEmpty())
            throw new IOException("The folder " + fileOrFolder + " holds no image files.");
        return images;
    }

    /** Whether the name is one that image files have. */
    public static boolean isNamedAsImage(Path file) {
        return EXTENSIONS.contains(extension(file))
                || IdxFile.isNamedSo(file)
                || CifarFile.isNamedSo(file);
    }

    /**
     * Every image among the files and folders, its planes to be read when they are looked at: those
     * of a TIFF file one by one, after a look at its directories; of most others the whole file,
     * which is opened once to learn its size. IDX and CIFAR-10 files, which hold small pictures,
     * are kept in memory.
     *
     * @throws IOException with a sentence that names the file, when it is missing, foreign or cut
     *     off; what is damaged within its compressed pixels is found when they are read
     */
    public static List<PlaneStack> openOnDemand(List<Path> paths, PlaneCache cache)
            throws IOException {
        List<PlaneStack> images = new ArrayList<>();
        for (Path path : paths)
            for (Path file : list(path)) {
                requireFile(file);
                images.add(new ImageFileReader(file).readOnDemand(cache));
            }
        return images;
    }

    /**
     * The image, whose pixels stay in the file: a few rows are read when they are looked at.
     *
     * @return empty where that is not possible: TIFF files that are compressed or laid out in an
     *     unusual way, and all others
     * @throws IOException as {@link #open} does
     */
    public static Optional<FileImage> inPlace(Path file, PlaneCache cache) throws IOException {
        requireFile(file);
        return new ImageFileReader(file).inPlace(cache);
    }

    /**
     * Writes a .tif or .tiff file with all that ImageJ keeps in it, or one plane as .png.
     *
     * <p>The file appears complete or not at all.
     *
     * @throws IOException with a sentence that names the file; the extension decides the format
     */
    public static void save(ImagePlus image, Path file) throws IOException {
        ImageFileWriter writer = ImageFileWriter.of(extension(file), file);
        AtomicFiles.write(file, unfinished -> writer.write(image, unfinished));
    }

    /**
     * Finds out now whether {@link #save} can write an image of this type and size into the file.
     *
     * @throws IOException as {@code save} does
     */
    public static void requireSavable(ImagePlus image, Path file) throws IOException {
        ImageFileWriter.of(extension(file), file).require(image);
        AtomicFiles.requireWritable(file);
    }

    /** Whether {@link #save} would write a TIFF file. */
    public static boolean isNamedAsTiff(Path file) {
        return Set.of("tif", "tiff").contains(extension(file));
    }

    private static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file))
            throw new IOException(file + " is a folder, not an image file.");
        if (!Files.isReadable(file))
            throw new IOException("The image file " + file + " does not exist or is not readable.");
    }

    private static List<Path> imagesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ImageFiles::isNamedAsImage)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
