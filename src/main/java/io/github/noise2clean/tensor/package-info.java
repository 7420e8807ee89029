/**
 * PyTorch behind a few types: devices, modules to run and train, native memory, its errors; and
 * ONNX Runtime behind one, for networks of others.
 *
 * <p>Our own networks, and foreign ones that come as TorchScript, run on PyTorch. ONNX files of
 * others run on ONNX Runtime itself: DJL's engine for it would bring the same natives, and need
 * PyTorch's arrays on top. Its jar holds the natives of all platforms, so that it is optional, and
 * where it is missing, {@link io.github.noise2clean.tensor.OnnxRuntime} says what to install.
 */
package io.github.noise2clean.tensor;
