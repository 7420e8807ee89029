/** One huge image denoised block by block, here or on many machines, with the same result. */
package io.github.noise2clean.blocks;
