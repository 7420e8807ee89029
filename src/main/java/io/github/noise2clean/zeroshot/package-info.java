/**
 * Zero-shot denoising: a network is trained on the image that it is to denoise, and nothing else;
 * and the choice between that and a model, for those who do not know.
 */
package io.github.noise2clean.zeroshot;
