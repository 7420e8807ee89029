/** Trained networks as packages that other programs open: model descriptions of bioimage.io. */
package io.github.noise2clean.exchange;
