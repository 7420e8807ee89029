package io.github.noise2clean.ops;

import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import net.imagej.ops.Op;
import net.imagej.ops.special.function.AbstractBinaryFunctionOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The structural similarity of a reference and a test image; windows span all dimensions. */
@Plugin(type = Op.class, name = "image.ssim")
public final class SsimOp<R extends RealType<R>, T extends RealType<T>>
        extends AbstractBinaryFunctionOp<
                RandomAccessibleInterval<R>, RandomAccessibleInterval<T>, DoubleType> {

    /** The data range, such as 255. */
    @Parameter private double range;

    /** Either skimage or wang. */
    @Parameter(required = false)
    private String definition = "skimage";

    @Override
    public DoubleType calculate(
            RandomAccessibleInterval<R> reference, RandomAccessibleInterval<T> test) {
        Ssim ssim = new Ssim(SsimDefinition.parse(definition), range);
        return new DoubleType(ssim.mean(reference, test));
    }
}
