package io.github.noise2clean.benchmark;

import ij.ImagePlus;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Compares an image with its reference, by both definitions of SSIM in turns. */
record SsimBenchmark(int side, int repeats, LongSupplier clock) {

    private static final int WARM_UP = 3;

    Table run() {
        Scene scene = new Scene(side);
        Map<SsimDefinition, List<Double>> seconds = new EnumMap<>(SsimDefinition.class);
        for (int i = 0; i < WARM_UP + repeats; i++)
            for (SsimDefinition definition : SsimDefinition.values()) {
                double taken = seconds(definition, scene.clean(), scene.noisy());
                if (i < WARM_UP) continue;
                seconds.computeIfAbsent(definition, d -> new ArrayList<>()).add(taken);
            }
        return table(seconds);
    }

    private double seconds(
            SsimDefinition definition, RandomAccessibleInterval<FloatType> clean, ImagePlus noisy) {
        Ssim ssim = new Ssim(definition, Scene.HIGHEST);
        long begin = clock.getAsLong();
        ssim.mean(clean, ImagePluses.view(noisy).pixels());
        return (clock.getAsLong() - begin) / 1e9;
    }

    /** Of the times of each definition. */
    Table table(Map<SsimDefinition, List<Double>> seconds) {
        Map<String, Map<String, Cell>> columns = new LinkedHashMap<>();
        seconds.forEach((definition, taken) -> columns.put(name(definition), column(taken)));
        return new Table("SSIM of %d x %d pixels".formatted(side, side), columns);
    }

    private Map<String, Cell> column(List<Double> seconds) {
        double median = Median.of(seconds, Double::doubleValue);
        return Map.of("megapixels per second", Cell.number(side * (double) side / 1e6 / median, 1));
    }

    private static String name(SsimDefinition definition) {
        return switch (definition) {
            case SKIMAGE -> "scikit-image's";
            case WANG -> "Wang's";
        };
    }
}
