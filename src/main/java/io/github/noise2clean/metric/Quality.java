package io.github.noise2clean.metric;

/**
 * The three numbers that compare a test image with its reference.
 *
 * @param psnr in dB; infinite for equal images
 */
public record Quality(double ssim, double psnr, double nrmse) {}
