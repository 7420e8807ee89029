package io.github.noise2clean.ops;

import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import net.imagej.ops.Op;
import net.imagej.ops.special.function.AbstractUnaryFunctionOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A denoised copy of an image, of 32 bits. */
@Plugin(type = Op.class, name = "image.denoise")
public final class DenoiseOp<T extends RealType<T>>
        extends AbstractUnaryFunctionOp<
                RandomAccessibleInterval<T>, RandomAccessibleInterval<FloatType>> {

    private static final DenoisingSettings SETTINGS =
            new DenoisingSettings(DeviceChoice.AUTO, 0, true, Estimate.PLAIN);

    /** The name of a model, or a model file. */
    @Parameter private String model;

    /** A letter for each dimension, such as XYCT; empty for XY or XYZ. */
    @Parameter(required = false)
    private String axes = "";

    @Override
    public RandomAccessibleInterval<FloatType> calculate(RandomAccessibleInterval<T> noisy) {
        try (ImageDenoiser denoiser =
                new ImageDenoiser(InstalledModels.found().open(model), SETTINGS)) {
            return denoiser.denoise(AxisImage.of(noisy, axes), DenoisingListener.NONE).pixels();
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
