package io.github.noise2clean.model;

import java.util.Locale;

/**
 * One line of a training's history.
 *
 * @param number counted from 1
 * @param trainingLoss mean over the epoch's steps
 * @param validationLoss of the images kept apart; in a variational network without the divergence
 * @param psnr in dB, of the mean squared error over the validation patches, NaN for noisy targets
 * @param ssim mean over the validation patches (scikit-image's definition), NaN for noisy targets
 *     and small patches
 */
public record Epoch(
        int number, double trainingLoss, double validationLoss, double psnr, double ssim) {

    /**
     * One line for people, the same in every country.
     *
     * @param epochs of the whole training
     */
    public String summary(int epochs) {
        String losses =
                format(
                        "epoch %d/%d  train %.5f  validation %.5f",
                        number, epochs, trainingLoss, validationLoss);
        return Double.isNaN(psnr) ? losses : losses + format("  psnr %.2f  ssim %.3f", psnr, ssim);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
