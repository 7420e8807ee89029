/**
 * Images larger than memory: Zarr arrays of version 2, read and written by blocks, and the OME-Zarr
 * images of version 0.4 that are made of them. Dimensions are as in ImgLib2: the fastest is first.
 */
package io.github.noise2clean.zarr;
