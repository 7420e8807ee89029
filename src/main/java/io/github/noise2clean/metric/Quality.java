package io.github.noise2clean.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The three numbers that compare a test image with its reference.
 *
 * @param psnr in dB; infinite for equal images
 */
public record Quality(double ssim, double psnr, double nrmse) {

    /** The mean of each number: of PSNR too, as tables of images have it. */
    public static Quality mean(List<Quality> qualities) {
        return new Quality(
                mean(qualities, Quality::ssim),
                mean(qualities, Quality::psnr),
                mean(qualities, Quality::nrmse));
    }

    private static double mean(List<Quality> qualities, ToDoubleFunction<Quality> number) {
        return qualities.stream().mapToDouble(number).average().orElseThrow();
    }
}
