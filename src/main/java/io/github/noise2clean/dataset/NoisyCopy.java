package io.github.noise2clean.dataset;

import ij.ImagePlus;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.noise.NoiseModel;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Makes noisy versions of clean images: the same version for the same seed. Where the strength of
 * the noise is a range, each plane is given its own.
 */
public record NoisyCopy(NoiseModel noise, long seed) {

    /** A 32-bit copy with noise, so that nothing is rounded; all metadata is kept. */
    public ImagePlus of(ImagePlus clean) {
        ImagePlus noisy = ImagePluses.blankCopy(clean, true);
        DataRange range = ImagePluses.dataRange(clean);
        List<RandomAccessibleInterval<FloatType>> from = ImagePluses.view(clean).planes();
        List<RandomAccessibleInterval<FloatType>> to = ImagePluses.view(noisy).planes();
        for (int i = 0; i < from.size(); i++)
            ImgUtil.copy(noisy(from.get(i), range, Seeds.mixed(seed, i)), Views.zeroMin(to.get(i)));
        return noisy;
    }

    /** A copy in memory of the pixels, with noise. */
    RandomAccessibleInterval<FloatType> noisy(
            RandomAccessibleInterval<FloatType> clean, DataRange range, long seed) {
        return ArrayImgs.floats(
                noisyPixels(clean, range, seed), Intervals.dimensionsAsLongArray(clean));
    }

    /** The same, x fastest. */
    float[] noisyPixels(RandomAccessibleInterval<FloatType> clean, DataRange range, long seed) {
        float[] pixels = PatchPlace.whole(clean).read(clean);
        noise.addTo(pixels, range, Seeds.random(seed, 0));
        return pixels;
    }
}
