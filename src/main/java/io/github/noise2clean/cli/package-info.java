/** The command line: each class maps options to the calls of the packages below, and prints. */
package io.github.noise2clean.cli;
