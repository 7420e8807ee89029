package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.PNG_Writer;
import java.io.IOException;
import java.nio.file.Path;

/** One way to write an image into a file of ours. */
interface ImageFileWriter {

    int NO_TRANSPARENT_INDEX = -1;

    void write(ImagePlus image, Path file) throws IOException;

    /** The writer for {@code extension}; {@code file} is named where there is none. */
    static ImageFileWriter of(String extension, Path file) throws IOException {
        return switch (extension) {
            case "tif", "tiff" -> ImageFileWriter::writeTiff;
            case "png" -> ImageFileWriter::writePng;
            default ->
                    throw new IOException(
                            "Cannot write " + file + ": its name must end in .tif, .tiff or .png.");
        };
    }

    private static void writeTiff(ImagePlus image, Path file) throws IOException {
        if (!new FileSaver(image).saveAsTiff(file.toString()))
            throw new IOException("The image " + image.getTitle() + " could not be written.");
    }

    private static void writePng(ImagePlus image, Path file) throws IOException {
        if (image.getStackSize() > 1 || image.getBitDepth() == 32)
            throw new IOException(
                    "A PNG file holds one 8-bit, 16-bit or RGB plane: save "
                            + image.getTitle()
                            + " as .tif instead.");
        try {
            new PNG_Writer().writeImage(image, file.toString(), NO_TRANSPARENT_INDEX);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // the declared type of ImageJ's writer
            throw new IOException("The image " + image.getTitle() + " could not be written.", e);
        }
    }
}
