/** Noise2Clean: trains and runs deep image denoisers inside Fiji, without Python. */
package io.github.noise2clean;
