/** A trained network: its graph, weights and card, and the file that holds them. */
package io.github.noise2clean.model;
