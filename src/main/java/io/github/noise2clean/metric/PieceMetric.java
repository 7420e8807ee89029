package io.github.noise2clean.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** What is measured of two planes or volumes of one size. */
interface PieceMetric<T> {

    T of(RandomAccessibleInterval<FloatType> reference, RandomAccessibleInterval<FloatType> test);
}
