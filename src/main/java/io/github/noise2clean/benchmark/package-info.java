/** How fast the program is on a machine, beside other ways to run the same network. */
package io.github.noise2clean.benchmark;
