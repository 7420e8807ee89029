/** How close an image comes to a reference: SSIM, PSNR, NRMSE. */
package io.github.noise2clean.metric;
