/** A window on a training that goes on: its curves, a preview of what it makes, and its buttons. */
package io.github.noise2clean.live;
