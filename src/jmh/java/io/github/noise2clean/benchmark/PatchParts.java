package io.github.noise2clean.benchmark;

import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.PatchSampler;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.noise.NoiseModel;
import java.util.List;
import net.imglib2.view.Views;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Batches of 16 noisy patches of 64 x 64 pixels and their clean ones, in batches per second. */
@State(Scope.Thread)
public class PatchParts {

    private static final int PATCHES = 16;
    private static final int SIDE = 64;
    private static final int IMAGE = 1024;

    @Param({"gaussian:10%", "poisson-gaussian:30,2%"})
    private String noise;

    private PatchSampler sampler;
    private long step;

    @Setup
    public void makeSampler() {
        DataRange range = new DataRange(0, Scene.HIGHEST);
        TrainingImage image =
                new TrainingImage.WithNoise(
                        Views.addDimension(new Scene(IMAGE).clean(), 0, 0),
                        NoiseModel.parse(noise),
                        range,
                        List.of(IntensityMap.linear(0, Scene.HIGHEST)));
        sampler = new PatchSampler(List.of(image), new long[] {SIDE, SIDE}, 1);
    }

    @Benchmark
    public Batch batch() {
        return sampler.batch(step++, PATCHES);
    }
}
