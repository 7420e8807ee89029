/** Whether PyTorch runs on this machine and computes what it should, as a report to copy. */
package io.github.noise2clean.engine;
