/**
 * PyTorch's natives for NVIDIA GPUs, which are too large to be shipped: fetched once, at the user's
 * word, into a folder of his own, from which PyTorch is loaded from then on.
 *
 * <p>They come from DJL's publisher, because Maven Central has none for this version of PyTorch. It
 * gives no hashes: what arrives is checked by its size, and by the CRC-32 and length in each gzip
 * file.
 */
package io.github.noise2clean.cuda;
