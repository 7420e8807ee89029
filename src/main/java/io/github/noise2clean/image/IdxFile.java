package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An IDX file of 8-bit images, the format of MNIST: a magic number, their count, height and width,
 * each of 4 bytes with the highest first, and the pixels, row by row.
 */
record IdxFile(Path file) {

    private static final int MAGIC = 0x00000803;
    private static final int HEADER_BYTES = 16;

    /** Whether a folder's listing shows the file as one of images. */
    static boolean isNamedSo(Path file) {
        return file.getFileName().toString().contains("idx3-ubyte");
    }

    /** Whether the file starts as IDX files of any element type and dimensions do. */
    static boolean startsSo(Path file) throws IOException {
        byte[] first = new FileContents(file).first(4);
        return first.length == 4
                && first[0] == 0
                && first[1] == 0
                && first[2] >= 0x08
                && first[2] <= 0x0e
                && first[3] > 0;
    }

    /** A stack of all images, labelled with their digits where a file of labels lies beside. */
    ImagePlus read() throws IOException {
        ImageStack images = new FileContents(file).read(this::images);
        Optional<IdxLabels> labels = IdxLabels.beside(file);
        if (labels.isPresent()) labels.get().label(images, file);
        return new ImagePlus(file.getFileName().toString(), images);
    }

    private ImageStack images(InputStream bytes) throws IOException {
        Claim claim = claim(bytes);
        Memory.require(file, claim.bytes());
        ImageStack images = new ImageStack(claim.width, claim.height);
        while (images.size() < claim.count) images.addSlice(null, plane(bytes, images, claim));
        if (bytes.read() >= 0) throw damaged("more bytes follow its last image");
        return images;
    }

    /** Grows with what the file holds, not with what it claims. */
    private byte[] plane(InputStream bytes, ImageStack before, Claim claim) throws IOException {
        byte[] plane = bytes.readNBytes((int) claim.pixels());
        if (plane.length < claim.pixels())
            throw damaged(
                    "it ends within image %d of %d".formatted(before.size() + 1, claim.count));
        return plane;
    }

    private Claim claim(InputStream bytes) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes.readNBytes(HEADER_BYTES));
        if (header.remaining() >= Integer.BYTES) requireImages(header.getInt());
        if (header.limit() < HEADER_BYTES) throw damaged("it ends within its header");
        Claim claim = new Claim(header.getInt(), header.getInt(), header.getInt());
        if (claim.count == 0) throw new IOException("The IDX file " + file + " holds no images.");
        if (!claim.isPossible() || claim.bytes() > new FileContents(file).mostBytes())
            throw damaged("it claims " + claim + ", more than it can hold");
        return claim;
    }

    private void requireImages(int magic) throws IOException {
        if (magic == IdxLabels.MAGIC)
            throw new IOException(
                    file + " holds labels, not images: open the images that belong to it.");
        if (magic != MAGIC)
            throw new IOException(
                    "The IDX file %s holds no 8-bit images: its magic number is 0x%08x, not 0x%08x."
                            .formatted(file, magic, MAGIC));
    }

    private IOException damaged(String reason) {
        return new IOException("The IDX file " + file + " is damaged: " + reason + ".");
    }

    /** What the header says of the rest; unsigned numbers. */
    private record Claim(int count, int height, int width) {

        boolean isPossible() {
            return count > 0 && height > 0 && width > 0 && pixels() <= Integer.MAX_VALUE;
        }

        long pixels() {
            return (long) height * width;
        }

        long bytes() {
            return count * pixels();
        }

        @Override
        public String toString() {
            return "%s images of %s x %s pixels"
                    .formatted(
                            Integer.toUnsignedString(count),
                            Integer.toUnsignedString(width),
                            Integer.toUnsignedString(height));
        }
    }
}
