package io.github.noise2clean.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A TIFF file opened by ImageJ, but with two pixels only in each plane.
 *
 * <p>These are the lowest and the highest one of the first plane of each channel, since ImageJ
 * shows the range between them where the file does not say another.
 *
 * @param directories of the file
 * @param view of its pixels
 */
record TiffOutline(List<FileInfo> directories, StackView view) {

    private static final int PIXELS = 2;
    private static final int SIGNED_OFFSET = 32768;

    ImagePlus image() {
        return asShown(new FileOpener(shrunk(directories.get(0))).openImage());
    }

    /** ImageJ does so after it has opened a file. */
    private ImagePlus asShown(ImagePlus image) {
        String description = description();
        boolean split = image.getOpenAsHyperStack() || description.contains("mode=");
        if (image.getNChannels() == 1 || !split || image.isComposite()) return image;
        return new CompositeImage(image, mode(description));
    }

    private String description() {
        return Optional.ofNullable(directories.get(0).description).orElse("");
    }

    private static int mode(String description) {
        if (description.contains("mode=composite")) return CompositeImage.COMPOSITE;
        return description.contains("mode=gray") ? CompositeImage.GRAYSCALE : CompositeImage.COLOR;
    }

    private FileInfo shrunk(FileInfo directory) {
        FileInfo tiny = (FileInfo) directory.clone();
        tiny.width = PIXELS;
        tiny.height = 1;
        tiny.longOffset = 0;
        tiny.longGap = 0;
        tiny.gapBetweenImages = 0;
        tiny.stripOffsets = null;
        tiny.stripLengths = null;
        tiny.offset = 0;
        tiny.nImages = view.size().planes();
        tiny.inputStream = pixels();
        return tiny;
    }

    private InputStream pixels() {
        FileInfo first = directories.get(0);
        int planes = view.size().planes();
        ByteBuffer pixels = ByteBuffer.allocate(planes * PIXELS * first.getBytesPerPixel());
        if (first.intelByteOrder) pixels.order(ByteOrder.LITTLE_ENDIAN);
        if (!isRangeTold() && first.getBytesPerPixel() > 1 && first.fileType != FileInfo.RGB)
            putRanges(pixels);
        return new ByteArrayInputStream(pixels.array());
    }

    private boolean isRangeTold() {
        return description().contains("min=");
    }

    private void putRanges(ByteBuffer pixels) {
        var planes = view.image().planes();
        for (int c = 0; c < view.size().channels(); c++) {
            DataRange range = DataRange.of(planes.get(c));
            put(range.min(), pixels);
            put(range.max(), pixels);
        }
    }

    private void put(double value, ByteBuffer pixels) {
        switch (directories.get(0).fileType) {
            case FileInfo.GRAY32_FLOAT -> pixels.putFloat((float) value);
            case FileInfo.GRAY16_SIGNED -> pixels.putShort((short) (value - SIGNED_OFFSET));
            default -> pixels.putShort((short) (int) value);
        }
    }
}
