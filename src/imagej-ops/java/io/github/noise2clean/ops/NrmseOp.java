package io.github.noise2clean.ops;

import io.github.noise2clean.metric.SquaredError;
import net.imagej.ops.Op;
import net.imagej.ops.special.function.AbstractBinaryFunctionOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.plugin.Plugin;

/** The root mean squared error of a test image, relative to the reference's root mean square. */
@Plugin(type = Op.class, name = "image.nrmse")
public final class NrmseOp<R extends RealType<R>, T extends RealType<T>>
        extends AbstractBinaryFunctionOp<
                RandomAccessibleInterval<R>, RandomAccessibleInterval<T>, DoubleType> {

    @Override
    public DoubleType calculate(
            RandomAccessibleInterval<R> reference, RandomAccessibleInterval<T> test) {
        return new DoubleType(SquaredError.of(reference, test).nrmse());
    }
}
