package io.github.noise2clean.reproduce;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.Quality;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.util.List;

/**
 * How close images are to the clean ones.
 *
 * @param psnr in dB, of all colours together
 * @param skimage SSIM as scikit-image has it by default, a mean over colours
 * @param wang SSIM by its authors' definition
 */
public record Score(double psnr, double skimage, double wang) {

    /** Of one image. */
    static Score of(AxisImage clean, AxisImage test, double dataRange) {
        Quality skimage = quality(clean, test, new Ssim(SsimDefinition.SKIMAGE, dataRange));
        Quality wang = quality(clean, test, new Ssim(SsimDefinition.WANG, dataRange));
        return new Score(skimage.psnr(), skimage.ssim(), wang.ssim());
    }

    static Score mean(List<Score> scores) {
        return new Score(
                scores.stream().mapToDouble(Score::psnr).average().orElseThrow(),
                scores.stream().mapToDouble(Score::skimage).average().orElseThrow(),
                scores.stream().mapToDouble(Score::wang).average().orElseThrow());
    }

    private static Quality quality(AxisImage clean, AxisImage test, Ssim ssim) {
        return new ImageComparison(ssim, ComparedPart.COLOUR_PLANE).compare(clean, test).whole();
    }
}
