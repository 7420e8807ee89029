/** Training: settings, the loop, losses, optimiser, checkpoints. */
package io.github.noise2clean.train;
