/** What speaks for and against a denoised image, found in it and the noisy one alone. */
package io.github.noise2clean.trust;
