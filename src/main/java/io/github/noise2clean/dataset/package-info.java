/** Training images, and the seeded patches that are cut from them. */
package io.github.noise2clean.dataset;
