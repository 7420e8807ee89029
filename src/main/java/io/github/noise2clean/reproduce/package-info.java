/** Published systems trained anew: data, training, scores beside classical filters, report. */
package io.github.noise2clean.reproduce;
