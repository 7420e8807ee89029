/**
 * How close an image comes to a reference: SSIM, MS-SSIM, PSNR, NRMSE; and how far two noisy halves
 * agree.
 */
package io.github.noise2clean.metric;
