/** Models of noise that turn clean pixels into training examples. */
package io.github.noise2clean.noise;
