/** The jobs of the command line on Apache Spark: their tasks run on its executors. */
package io.github.noise2clean.spark;
