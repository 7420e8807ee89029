package io.github.noise2clean.denoise;

import ij.ImagePlus;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.UnfinishedTiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A TIFF file that an image is denoised into, and that appears when it is whole. */
record DenoisedFile(FileImage noisy, Path file, DenoisingSettings settings) {

    /** Fills what is blank. */
    interface Filling {
        Outcome fill(DenoisedImage blank);
    }

    /** What the filling makes, seen in the file. */
    Outcome write(Filling filling) throws IOException {
        List<Outcome> made = new ArrayList<>();
        AtomicFiles.write(file, unfinished -> made.add(written(filling, unfinished)));
        return seenInFile(made.get(0));
    }

    private Outcome written(Filling filling, Path unfinished) throws IOException {
        ImagePlus outline = DenoisedImage.blankCopy(noisy.outline(), settings);
        try (UnfinishedTiff tiff =
                UnfinishedTiff.create(
                        unfinished, outline, noisy.plane(), PlaneCache.stripBytes())) {
            Outcome made = filling.fill(DenoisedImage.of(outline, tiff.view(), settings));
            tiff.finish();
            return made;
        }
    }

    private Outcome seenInFile(Outcome made) throws IOException {
        AxisImage pixels = ImageFiles.inPlace(file, PlaneCache.ofStrips()).orElseThrow().pixels();
        DenoisedImage seen = DenoisedImage.of(made.image(), pixels, settings);
        return new Outcome(made.image(), made.noisy(), seen.maps().get(0), made.seen());
    }
}
