package io.github.noise2clean.model;

import java.util.Locale;

/**
 * One line of a training's history.
 *
 * @param number counted from 1
 * @param trainingLoss mean over the epoch's steps
 * @param validationLoss of the images kept apart; in a variational network without the divergence
 * @param psnr in dB, of the mean squared error over the validation patches
 * @param ssim mean over the validation patches (scikit-image's definition), NaN for small patches
 */
public record Epoch(
        int number, double trainingLoss, double validationLoss, double psnr, double ssim) {

    /**
     * One line for people, the same in every country.
     *
     * @param epochs of the whole training
     */
    public String summary(int epochs) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  train %.5f  validation %.5f  psnr %.2f  ssim %.3f",
                number,
                epochs,
                trainingLoss,
                validationLoss,
                psnr,
                ssim);
    }
}
