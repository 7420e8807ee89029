/** How grey levels come from light: the noise of a camera, found in its images, and stabilised. */
package io.github.noise2clean.camera;
