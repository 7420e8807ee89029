package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one file by the reader that its first bytes ask for; CIFAR-10's have no mark. */
record ImageFileReader(Path file) {

    ImagePlus read() throws IOException {
        try {
            if (CifarFile.isNamedSo(file)) return new CifarFile(file).read();
            if (IdxFile.startsSo(file)) return new IdxFile(file).read();
            return readKnownToImageJ();
        } catch (RuntimeException e) {
            throw new IOException("The image file " + file + " is damaged.", e);
        } catch (OutOfMemoryError e) { // asked for by a damaged or hostile file, or simply large
            throw new IOException("The image file " + file + " does not fit into memory.", e);
        }
    }

    private ImagePlus readKnownToImageJ() throws IOException {
        return switch (new Opener().getFileType(file.toString())) {
            case Opener.TIFF, Opener.TIFF_AND_DICOM -> new TiffFile(file).read();
            case Opener.PNG, Opener.JPEG, Opener.BMP -> new RasterFile(file).read();
            case Opener.GIF, Opener.PGM, Opener.FITS, Opener.DICOM -> readByImageJ();
            default -> throw new IOException(file + " is not an image in a known format.");
        };
    }

    private ImagePlus readByImageJ() throws IOException {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        ImagePlus image = opener.openImage(file.toAbsolutePath().toString());
        if (image == null) throw new IOException("The image file " + file + " is damaged.");
        return image;
    }
}
