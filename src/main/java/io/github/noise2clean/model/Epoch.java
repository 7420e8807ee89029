package io.github.noise2clean.model;

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
        int number, double trainingLoss, double validationLoss, double psnr, double ssim) {}
