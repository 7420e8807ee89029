package io.github.noise2clean.ops;

import io.github.noise2clean.metric.SquaredError;
import net.imagej.ops.Op;
import net.imagej.ops.special.function.AbstractBinaryFunctionOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The peak signal-to-noise ratio in dB of a reference and a test image. */
@Plugin(type = Op.class, name = "image.psnr")
public final class PsnrOp<R extends RealType<R>, T extends RealType<T>>
        extends AbstractBinaryFunctionOp<
                RandomAccessibleInterval<R>, RandomAccessibleInterval<T>, DoubleType> {

    /** The data range, such as 255. */
    @Parameter private double range;

    @Override
    public DoubleType calculate(
            RandomAccessibleInterval<R> reference, RandomAccessibleInterval<T> test) {
        return new DoubleType(SquaredError.of(reference, test).psnr(range));
    }
}
