package io.github.noise2clean.image;

import ij.ImageStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** An IDX file of one unsigned byte per image: its class. */
record IdxLabels(Path file) {

    static final int MAGIC = 0x00000801;

    private static final int HEADER_BYTES = 8;

    /** The labels of an images file: of the same name but for its kind, plain or as .gz. */
    static Optional<IdxLabels> beside(Path images) {
        String name = images.getFileName().toString();
        if (!name.matches(".*images.idx3.*")) return Optional.empty();
        String plain =
                name.replaceFirst("\\.gz$", "").replaceFirst("images(.)idx3", "labels$1idx1");
        return Stream.of(plain, plain + ".gz")
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .map(IdxLabels::new)
                .findFirst();
    }

    /**
     * Makes every label the slice label of its image.
     *
     * @param imagesFile is named where the counts differ
     */
    void label(ImageStack images, Path imagesFile) throws IOException {
        byte[] labels = new FileContents(file).read(bytes -> labels(bytes, images, imagesFile));
        for (int i = 0; i < labels.length; i++)
            images.setSliceLabel(Integer.toString(Byte.toUnsignedInt(labels[i])), i + 1);
    }

    private byte[] labels(InputStream bytes, ImageStack images, Path imagesFile)
            throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes.readNBytes(HEADER_BYTES));
        if (header.limit() < HEADER_BYTES || header.getInt() != MAGIC)
            throw new IOException("The file " + file + " does not hold IDX labels.");
        int count = header.getInt();
        if (count != images.size())
            throw new IOException(
                    "%s holds %s labels, but %s holds %d images."
                            .formatted(
                                    file,
                                    Integer.toUnsignedString(count),
                                    imagesFile,
                                    images.size()));
        byte[] labels = bytes.readNBytes(count);
        if (labels.length < count || bytes.read() >= 0)
            throw new IOException(
                    "The file %s is damaged: it does not hold the %d labels it claims."
                            .formatted(file, count));
        return labels;
    }
}
