package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.ImageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The planes of a TIFF file of a usual layout, each read alone: one directory for each plane, or
 * one for planes that lie behind each other, as ImageJ writes them.
 */
final class TiffPlanes implements PlaneReader {

    private static final Map<Integer, Integer> BIT_DEPTHS =
            Map.of(
                    FileInfo.GRAY8, 8,
                    FileInfo.COLOR8, 8,
                    FileInfo.GRAY16_UNSIGNED, 16,
                    FileInfo.GRAY16_SIGNED, 16,
                    FileInfo.GRAY32_FLOAT, 32,
                    FileInfo.RGB, 24);

    private final Path file;
    private final List<FileInfo> directories;

    private TiffPlanes(Path file, List<FileInfo> directories) {
        this.file = file;
        this.directories = directories;
    }

    /**
     * Empty where ImageJ rearranges the pixels when it opens the file as a whole.
     *
     * @param directories checked against the file's size
     */
    static Optional<TiffPlanes> of(Path file, FileInfo[] directories) {
        TiffPlanes planes = new TiffPlanes(file, List.of(directories));
        return planes.areUsual() ? Optional.of(planes) : Optional.empty();
    }

    PlaneStack stack(PlaneCache cache) {
        FileInfo first = directories.get(0);
        return new PlaneStack(
                file.getFileName().toString(),
                BIT_DEPTHS.get(first.fileType),
                size(),
                PlaneStack.onDemand(cache, count(), this));
    }

    /** The image, of which single rows are read; empty where its pixels are compressed. */
    Optional<FileImage> inPlace(PlaneCache cache) throws IOException {
        if (!directories.stream().allMatch(TiffRows::areIn)) return Optional.empty();
        FileInfo first = directories.get(0);
        RowStrips strips = new RowStrips(size(), first.getBytesPerPixel());
        List<Object> arrays = cache.planes(strips.count(), new TiffRows(this, strips));
        StackView view =
                new StackView(
                        BIT_DEPTHS.get(first.fileType),
                        size(),
                        new PlaneArrays.OnDemand(arrays, strips.rows()));
        ImagePlus outline = new TiffOutline(directories, view).image();
        return Optional.of(new FileImage(file, outline, size().plane(), view.image()));
    }

    @Override
    public Group read(int index) throws IOException {
        return new Group(index, List.of(pixels(place(index))));
    }

    /** The pixels of a plane or a part of it, which the decoder describes as an image. */
    Object pixels(FileInfo place) throws IOException {
        if (!DeflatedStrips.areIntact(file, place)) throw damaged();
        try (InputStream bytes = new FileOpener(place).createInputStream(place)) {
            Object pixels = new ImageReader(place).readPixels(bytes, place.getOffset());
            if (pixels == null) throw damaged();
            return pixels;
        } catch (RuntimeException e) {
            throw new IOException("The image file " + file + " is damaged.", e);
        }
    }

    private IOException damaged() {
        return new IOException(
                "The TIFF file " + file + " is damaged: its pixels cannot be decoded.");
    }

    private boolean areUsual() {
        return directories.stream().allMatch(this::isUsual)
                && (directories.size() == 1 || !description().contains("order=zct"));
    }

    private boolean isUsual(FileInfo directory) {
        FileInfo first = directories.get(0);
        return BIT_DEPTHS.containsKey(directory.fileType)
                && directory.fileType == first.fileType
                && directory.width == first.width
                && directory.height == first.height
                && (directory.samplesPerPixel == 1 || directory.fileType == FileInfo.RGB)
                && !directory.whiteIsZero
                && hasUsualStrips(directory);
    }

    private boolean hasUsualStrips(FileInfo directory) {
        int[] offsets = directory.stripOffsets;
        if (offsets == null || offsets.length == 1) return true;
        boolean standsAlone = directory.nImages == 1;
        return standsAlone && Integer.compareUnsigned(offsets[0], offsets[offsets.length - 1]) < 0;
    }

    private int count() {
        return directories.size() > 1 ? directories.size() : directories.get(0).nImages;
    }

    /** What a reader of one plane must know. */
    FileInfo place(int index) {
        if (directories.size() > 1 || count() == 1)
            return (FileInfo) directories.get(index).clone();
        FileInfo first = directories.get(0);
        FileInfo place = (FileInfo) first.clone();
        long plane = (long) first.width * first.height * first.getBytesPerPixel();
        place.longOffset = first.getOffset() + index * (plane + first.getGap());
        place.nImages = 1;
        place.stripOffsets = null;
        place.stripLengths = null;
        return place;
    }

    /** As ImageJ's description has it; else all planes are slices. */
    private StackSize size() {
        FileInfo first = directories.get(0);
        ImageSize plane = new ImageSize(first.width, first.height);
        int[] axes = axes();
        boolean fits = Arrays.stream(axes).reduce(1, Math::multiplyExact) == count();
        return fits
                ? new StackSize(plane, axes[0], axes[1], axes[2])
                : new StackSize(plane, 1, count(), 1);
    }

    /** Decoding changes the file's name, hence a copy. */
    private int[] axes() {
        FileInfo copy = (FileInfo) directories.get(0).clone();
        Properties found =
                Optional.ofNullable(new FileOpener(copy).decodeDescriptionString(copy))
                        .orElseGet(Properties::new);
        return List.of("channels", "slices", "frames").stream()
                .mapToInt(axis -> size(found.getProperty(axis, "1")))
                .toArray();
    }

    private static int size(String number) {
        return number.matches("[1-9]\\d{0,8}") ? Integer.parseInt(number) : 1;
    }

    private String description() {
        return Optional.ofNullable(directories.get(0).description).orElse("");
    }
}
