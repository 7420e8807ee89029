package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;

/**
 * A network beside classical filters: for each, the mean of the scores of all images of a test set.
 *
 * <p>What a filter or the network gives is clamped to 0 to 255 first; the noisy images are taken as
 * they are. The strength of a filter is chosen with the truth in hand, so that it is at its best.
 */
public record TestSetScores(List<Row> rows) {

    /** A method and its mean score. */
    public record Row(String method, Score score) {}

    public TestSetScores {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) throw new IllegalArgumentException("no rows");
    }

    /**
     * Measures all, on every core.
     *
     * @param denoised what the network made of the noisy images, in the same order
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    static TestSetScores of(TestSet images, ImagePlus denoised, ReproductionListener listener) {
        Measurement measurement = new Measurement(images, listener);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("noisy", measurement.ofNoisy()));
        rows.add(row(measurement, Filter.median()));
        rows.add(row(measurement, measurement.best(Filter.gaussians())));
        rows.add(row(measurement, measurement.best(Filter.nonLocalMeans())));
        rows.add(new Row("network", measurement.of(denoised)));
        return new TestSetScores(rows);
    }

    /** The score of the network, which is the last row. */
    public Score network() {
        return rows.get(rows.size() - 1).score();
    }

    private static Row row(Measurement measurement, Filter filter) {
        return new Row(filter.name(), measurement.of(filter));
    }
}
