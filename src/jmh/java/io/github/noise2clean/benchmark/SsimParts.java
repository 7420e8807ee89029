package io.github.noise2clean.benchmark;

import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** SSIM of two square images, in images per second. */
@State(Scope.Thread)
public class SsimParts {

    @Param({"256", "2048"})
    private int side;

    @Param private SsimDefinition definition;

    private RandomAccessibleInterval<FloatType> clean;
    private RandomAccessibleInterval<FloatType> noisy;

    @Setup
    public void makeImages() {
        Scene scene = new Scene(side);
        clean = scene.clean();
        noisy = ImagePluses.view(scene.noisy()).pixels();
    }

    @Benchmark
    public double mean() {
        return new Ssim(definition, Scene.HIGHEST).mean(clean, noisy);
    }
}
