package io.github.noise2clean.image;

import ij.io.FileInfo;
import java.io.IOException;
import java.util.List;

/** Strips of the planes of a TIFF file whose pixels are not compressed, each read alone. */
final class TiffRows implements PlaneReader {

    private final TiffPlanes planes;
    private final RowStrips strips;

    TiffRows(TiffPlanes planes, RowStrips strips) {
        this.planes = planes;
        this.strips = strips;
    }

    /** Behind each other as rows, as they are in a strip of the file that is not compressed. */
    @Override
    public Group read(int index) throws IOException {
        FileInfo place = planes.place(strips.plane(index));
        place.longOffset = place.getOffset() + strips.offset(index);
        place.height = strips.rows(index);
        place.stripOffsets = null;
        place.stripLengths = null;
        return new Group(index, List.of(planes.pixels(place)));
    }

    /** Whether the rows of a plane follow each other without a gap. */
    static boolean areIn(FileInfo directory) {
        return directory.compression == FileInfo.COMPRESSION_NONE && isOnePiece(directory);
    }

    private static boolean isOnePiece(FileInfo directory) {
        int[] offsets = directory.stripOffsets;
        if (offsets == null || offsets.length == 1) return true;
        for (int i = 1; i < offsets.length; i++)
            if (offsets[i] != offsets[i - 1] + directory.stripLengths[i - 1]) return false;
        return true;
    }
}
