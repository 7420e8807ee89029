package io.github.noise2clean.metric;

import java.util.OptionalInt;

/** Where a part of a hyperstack lies, from 1 as ImageJ counts; none along an axis it covers. */
public record PartIndex(OptionalInt channel, OptionalInt slice, OptionalInt frame) {}
