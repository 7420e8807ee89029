package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.TiffDecoder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** A TIFF file that is read by ImageJ, once it is sure to hold the pixels it claims. */
record TiffFile(Path file) {

    /** More than deflate (1032) and LZW (2730) ever reach. */
    private static final long BEST_COMPRESSION = 3000;

    private static final String HOW_TO_CONVERT =
            ": without compression, as tiffcp -c none makes it, it is denoised piece by piece.";

    ImagePlus read() throws IOException {
        FileInfo[] directories = directories();
        Memory.require(file, bytes(directories), isCompressed(directories) ? HOW_TO_CONVERT : ".");
        for (FileInfo directory : directories)
            if (!DeflatedStrips.areIntact(file, directory))
                throw damaged("its pixels cannot be decompressed");
        Opener opener = new Opener();
        opener.setSilentMode(true);
        ImagePlus image = opener.openTiff(folder(), name());
        if (image == null) throw damaged("its pixels cannot be decoded");
        return image;
    }

    /** The planes, if they can be read one by one; their pixels are not looked at yet. */
    Optional<TiffPlanes> planes() throws IOException {
        return TiffPlanes.of(file, directories());
    }

    /** The image, of which single rows are read; empty where the layout of the file forbids it. */
    Optional<FileImage> inPlace(PlaneCache cache) throws IOException {
        Optional<TiffPlanes> planes = planes();
        return planes.isPresent() ? planes.get().inPlace(cache) : Optional.empty();
    }

    /** Depth by width of a pixel, of which the depth stands in ImageJ's description. */
    double sliceDistance() throws IOException {
        FileInfo first = directories()[0];
        new FileOpener(first).decodeDescriptionString(first);
        return SliceDistance.ratio(first.pixelDepth, first.pixelWidth);
    }

    private static boolean isCompressed(FileInfo[] directories) {
        return directories[0].compression != FileInfo.COMPRESSION_NONE;
    }

    private FileInfo[] directories() throws IOException {
        TiffDirectories.check(file);
        FileInfo[] directories = decoded();
        for (FileInfo directory : directories) check(directory);
        return directories;
    }

    private FileInfo[] decoded() throws IOException {
        try {
            return Optional.ofNullable(new TiffDecoder(folder(), name()).getTiffInfo())
                    .orElseThrow(() -> new IOException("no directory"));
        } catch (IOException e) {
            throw new IOException(
                    "ImageJ cannot read the TIFF file "
                            + file
                            + ": save it again without tiles and with a usual compression.",
                    e);
        }
    }

    private void check(FileInfo directory) throws IOException {
        if (claimedBytes(directory) > mostBytes(directory) || hasStripBehindEnd(directory))
            throw damaged("it ends before its pixels do");
    }

    private long bytes(FileInfo[] directories) throws IOException {
        long total = 0;
        for (FileInfo directory : directories) total += claimedBytes(directory);
        return total;
    }

    /** A strip that is packed may be as short as it likes, but it must be there. */
    private boolean hasStripBehindEnd(FileInfo directory) throws IOException {
        if (directory.stripOffsets == null || directory.compression == FileInfo.COMPRESSION_NONE)
            return false;
        long fileSize = Files.size(file);
        for (int i = 0; i < directory.stripOffsets.length; i++)
            if (Integer.toUnsignedLong(directory.stripOffsets[i])
                            + Integer.toUnsignedLong(directory.stripLengths[i])
                    > fileSize) return true;
        return false;
    }

    private long claimedBytes(FileInfo directory) throws IOException {
        long pixels = (long) directory.width * directory.height;
        if (directory.width < 1 || directory.height < 1 || pixels > Integer.MAX_VALUE)
            throw damaged("it claims " + directory.width + " x " + directory.height + " pixels");
        return Math.multiplyExact(pixels * directory.nImages, directory.getBytesPerPixel());
    }

    /** The most bytes of pixels that the file can hold behind the directory's first offset. */
    private long mostBytes(FileInfo directory) throws IOException {
        long available = Files.size(file) - firstOffset(directory);
        return directory.compression == FileInfo.COMPRESSION_NONE && !isPacked(directory)
                ? available
                : available * BEST_COMPRESSION;
    }

    private static long firstOffset(FileInfo directory) {
        if (directory.stripOffsets == null) return directory.getOffset();
        return IntStream.of(directory.stripOffsets)
                .mapToLong(Integer::toUnsignedLong)
                .min()
                .orElse(directory.getOffset());
    }

    private static boolean isPacked(FileInfo directory) {
        return switch (directory.fileType) {
            case FileInfo.BITMAP, FileInfo.GRAY10_UNSIGNED, FileInfo.GRAY12_UNSIGNED -> true;
            default -> false;
        };
    }

    private IOException damaged(String reason) {
        return new IOException("The TIFF file " + file + " is damaged: " + reason + ".");
    }

    private String folder() {
        return file.toAbsolutePath().getParent() + File.separator;
    }

    private String name() {
        return file.getFileName().toString();
    }
}
