/**
 * Networks of others: packages of bioimage.io and bare files, read with distrust.
 *
 * <p>What is shown to a network is what its description says, with one difference: statistics of an
 * image are those of all its planes, as for our own models, not of each. Where nothing is said of
 * what follows the network, it is taken for a denoiser, so that grey values are restored by the
 * inverse of the linear steps before it.
 */
package io.github.noise2clean.foreign;
