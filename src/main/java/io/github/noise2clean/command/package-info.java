/** The menu commands: doors from Fiji, its macros and its scripts to the packages below. */
package io.github.noise2clean.command;
