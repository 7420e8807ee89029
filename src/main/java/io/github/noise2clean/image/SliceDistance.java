package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;

/** How far apart the slices of a stack are, in pixel widths. */
public final class SliceDistance {

    /** Where nothing is known, or nothing that can be. */
    private static final double UNKNOWN = 1;

    private SliceDistance() {}

    /** As the image's calibration has it; 1 where it has none. */
    public static double of(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        return ratio(calibration.pixelDepth, calibration.pixelWidth);
    }

    /**
     * As a TIFF file's header has it; 1 of other files.
     *
     * @throws IOException with a sentence that names the file, when it is missing or damaged
     */
    public static double of(Path file) throws IOException {
        return new ImageFileReader(file).sliceDistance();
    }

    static double ratio(double depth, double width) {
        double ratio = depth / width;
        return ratio > 0 && Double.isFinite(ratio) ? ratio : UNKNOWN;
    }
}
