/** What a person sees of a training and its result: curves and side-by-side pictures. */
package io.github.noise2clean.monitor;
