package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.PNG_Writer;
import java.io.IOException;
import java.nio.file.Path;

/** The formats we write image files in. */
enum ImageFileWriter {
    TIFF {
        @Override
        void require(ImagePlus image) {}

        @Override
        void write(ImagePlus image, Path file) throws IOException {
            if (!new FileSaver(image).saveAsTiff(file.toString())) throw unwritten(image, null);
        }
    },
    PNG {
        @Override
        void require(ImagePlus image) throws IOException {
            if (image.getStackSize() > 1 || image.getBitDepth() == 32)
                throw new IOException(
                        "A PNG file holds one 8-bit, 16-bit or RGB plane: save "
                                + image.getTitle()
                                + " as .tif instead.");
        }

        @Override
        void write(ImagePlus image, Path file) throws IOException {
            require(image);
            try {
                new PNG_Writer().writeImage(image, file.toString(), NO_TRANSPARENT_INDEX);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) { // the declared type of ImageJ's writer
                throw unwritten(image, e);
            }
        }
    };

    private static final int NO_TRANSPARENT_INDEX = -1;

    /**
     * @throws IOException with a sentence for the user, if the format cannot hold the image
     */
    abstract void require(ImagePlus image) throws IOException;

    abstract void write(ImagePlus image, Path file) throws IOException;

    /** The writer for {@code extension}; {@code file} is named where there is none. */
    static ImageFileWriter of(String extension, Path file) throws IOException {
        return switch (extension) {
            case "tif", "tiff" -> TIFF;
            case "png" -> PNG;
            default ->
                    throw new IOException(
                            "Cannot write " + file + ": its name must end in .tif, .tiff or .png.");
        };
    }

    private static IOException unwritten(ImagePlus image, Exception cause) {
        return new IOException("The image " + image.getTitle() + " could not be written.", cause);
    }
}
