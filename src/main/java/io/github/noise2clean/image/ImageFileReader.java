package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file by the reader that its first bytes ask for; CIFAR-10's have no mark. */
record ImageFileReader(Path file) {

    ImagePlus read() throws IOException {
        return guarded(
                () -> {
                    if (CifarFile.isNamedSo(file)) return new CifarFile(file).read();
                    if (IdxFile.startsSo(file)) return new IdxFile(file).read();
                    return readKnownToImageJ();
                });
    }

    PlaneStack readOnDemand(PlaneCache cache) throws IOException {
        return guarded(
                () -> {
                    if (isOfSmallPictures()) return PlaneStack.of(titled(read()));
                    Optional<TiffPlanes> planes =
                            isTiff() ? new TiffFile(file).planes() : Optional.empty();
                    return planes.isPresent() ? planes.get().stack(cache) : readWhole(cache);
                });
    }

    Optional<FileImage> inPlace(PlaneCache cache) throws IOException {
        return guarded(() -> isTiff() ? new TiffFile(file).inPlace(cache) : Optional.empty());
    }

    double sliceDistance() throws IOException {
        return guarded(() -> isTiff() ? new TiffFile(file).sliceDistance() : 1.0);
    }

    /** What reading makes of the file. */
    private interface Reading<T> {
        T result() throws IOException;
    }

    private <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.result();
        } catch (RuntimeException e) {
            throw new IOException("The image file " + file + " is damaged.", e);
        } catch (OutOfMemoryError e) { // asked for by a damaged or hostile file, or simply large
            throw new IOException("The image file " + file + " does not fit into memory.", e);
        }
    }

    private ImagePlus titled(ImagePlus image) {
        image.setTitle(file.getFileName().toString());
        return image;
    }

    private boolean isOfSmallPictures() throws IOException {
        return CifarFile.isNamedSo(file) || IdxFile.startsSo(file);
    }

    private boolean isTiff() {
        int type = new Opener().getFileType(file.toString());
        return type == Opener.TIFF || type == Opener.TIFF_AND_DICOM;
    }

    /** The file is opened now, and again when the cache has forgotten one of its planes. */
    private PlaneStack readWhole(PlaneCache cache) throws IOException {
        PlaneReader reader = index -> new PlaneReader.Group(0, PlaneStack.pixelArrays(read()));
        ImagePlus image = titled(read());
        cache.keep(reader, new PlaneReader.Group(0, PlaneStack.pixelArrays(image)));
        return PlaneStack.like(image, PlaneStack.onDemand(cache, image.getStackSize(), reader));
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
