/** Many image files denoised one after the other, with a log, whatever becomes of each. */
package io.github.noise2clean.batch;
