/** PyTorch behind a few types: devices, modules to run and train, native memory, its errors. */
package io.github.noise2clean.tensor;
