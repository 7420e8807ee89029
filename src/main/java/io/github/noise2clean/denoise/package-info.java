/** Denoises images of any size with a trained network, tile by tile. */
package io.github.noise2clean.denoise;
