/** Images as ImgLib2 float views with named axes: of ImagePluses, of files, and normalised. */
package io.github.noise2clean.image;
