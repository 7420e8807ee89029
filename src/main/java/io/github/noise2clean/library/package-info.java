/** The models at hand on this machine, by name: bundled, of an update site, and the user's own. */
package io.github.noise2clean.library;
