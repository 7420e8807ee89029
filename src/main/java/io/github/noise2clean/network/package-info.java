/**
 * A network described once, as a graph of layer values, and its readers.
 *
 * <p>An {@link io.github.noise2clean.network.Architecture} builds a {@link
 * io.github.noise2clean.network.Graph}; {@link io.github.noise2clean.network.TorchScript} writes it
 * as the module that PyTorch runs and trains, {@link io.github.noise2clean.network.Onnx} as a model
 * for other programs, {@link io.github.noise2clean.network.Footprint} tells what it must see,
 * {@link io.github.noise2clean.network.Summary} what it costs, and {@link
 * io.github.noise2clean.network.BatchNormFolding} makes it faster. Nothing here needs a native
 * library.
 */
package io.github.noise2clean.network;
