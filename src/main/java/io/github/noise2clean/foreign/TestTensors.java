package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;

/** An image and what a network's makers say becomes of it. */
record TestTensors(NpyFile input, NpyFile output) {}
