package io.github.noise2clean.exchange;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes the image that a package is tested with: waves and noise, the same for the same network.
 */
record TestImage(TrainedModel model, Footprint footprint) {

    private static final long SEED = 20_260_101;
    private static final double NOISE = 0.4;

    /** Of an image whose grey values may be any. */
    private static final IntensityMap GREY = IntensityMap.linear(100, 1000);

    /** The smallest size of which something is left within the halo, slowest axis first. */
    static List<Integer> smallestSize(Footprint footprint) {
        if (footprint.oneSize()) return footprint.multiple();
        return IntStream.range(0, footprint.halo().size())
                .mapToObj(axis -> footprint.snappedSize(2L * footprint.halo().get(axis) + 1, axis))
                .map(Math::toIntExact)
                .toList();
    }

    /** As it enters the processing that the package's description tells. */
    NpyFile tensor(Processing processing) {
        long[] shape = shape();
        float[] values =
                new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
        IntensityMap scale = scale(processing);
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = 0; i < values.length; i++)
            values[i] =
                    scale.restore((float) (wave(i, shape) + NOISE * (random.nextDouble() - 0.5)));
        return new NpyFile(shape, values);
    }

    private long[] shape() {
        LongStream size = smallestSize(footprint).stream().mapToLong(Integer::longValue);
        return LongStream.concat(LongStream.of(1, model.graph().inputChannels()), size).toArray();
    }

    /** What makes values of about 0 to 1 such as the network's users have them. */
    private IntensityMap scale(Processing processing) {
        Normalization normalization = model.card().normalization();
        if (processing.isUndone()) return normalization.common().orElseThrow();
        if (processing.isDescribed()) return GREY;
        DataRange range = model.card().inputRange().orElse(Normalization.ZERO_TO_ONE);
        return IntensityMap.linear(range.min(), range.width() > 0 ? range.width() : 1);
    }

    /** From 0.2 to 0.8, with a period of about 20 pixels, a little different along each axis. */
    private static double wave(int index, long[] shape) {
        double wave = 1;
        long rest = index;
        for (int axis = shape.length - 1; axis > 0; axis--) {
            wave *= StrictMath.cos((rest % shape[axis]) * (0.25 + 0.05 * axis));
            rest /= shape[axis];
        }
        return 0.5 + 0.3 * wave;
    }
}
