package io.github.noise2clean.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is measured of two images, part by part.
 *
 * @param images measures SSIM, PSNR and NRMSE
 * @param multiScale adds a column "MS-SSIM"
 * @param rings adds a column "FRC": the resolution in pixels of two noisy halves, in X and Y
 */
public record Metrics(ImageComparison images, boolean multiScale, boolean rings) {

    /**
     * @throws IllegalArgumentException with a sentence, where a part is smaller than what is asked
     *     for needs
     */
    public ComparisonTable measure(ImagePair pair) {
        List<Column> columns = new ArrayList<>(ComparisonTable.columns(images.compare(pair)));
        if (multiScale) columns.add(multiScale(pair));
        List<FourierRingCorrelation> correlations = rings ? correlations(pair) : List.of();
        if (rings) columns.add(resolutions(correlations));
        return new ComparisonTable(images.part().indices(pair.reference()), columns, correlations);
    }

    private Column multiScale(ImagePair pair) {
        MultiScaleSsim ssim = new MultiScaleSsim(images.ssim());
        return Column.withMean(
                "MS-SSIM",
                6,
                images.measure(pair, ssim::mean).stream().map(Metrics::mean).toList());
    }

    private List<FourierRingCorrelation> correlations(ImagePair pair) {
        return images.measure(pair, FourierRingCorrelation::of).stream()
                .map(FourierRingCorrelation::together)
                .toList();
    }

    private static Column resolutions(List<FourierRingCorrelation> parts) {
        return new Column(
                ComparisonTable.RINGS,
                2,
                parts.stream().map(Metrics::resolution).toList(),
                resolution(FourierRingCorrelation.together(parts)));
    }

    private static double resolution(FourierRingCorrelation rings) {
        return rings.resolution().orElse(Double.NaN);
    }

    private static double mean(List<Double> pieces) {
        return pieces.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
