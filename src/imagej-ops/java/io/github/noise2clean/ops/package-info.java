/** What is measured and denoised elsewhere, as ops of ImageJ; compiled by a profile of its own. */
package io.github.noise2clean.ops;
