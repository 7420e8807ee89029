package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;

/** With the axes of our own networks, an image and what a network's makers say becomes of it. */
record TestTensors(NpyFile input, NpyFile output) {}
