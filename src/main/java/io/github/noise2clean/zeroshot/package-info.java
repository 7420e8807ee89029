/**
 * Zero-shot denoising: a network is trained on the image that it is to denoise, and nothing else.
 */
package io.github.noise2clean.zeroshot;
