package io.github.noise2clean.blocks;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.trust.Evidence;
import io.github.noise2clean.trust.SeenRange;
import io.github.noise2clean.trust.TrustReport;
import io.github.noise2clean.zarr.PixelType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.type.numeric.RealType;

/** A finished image, and what is needed to judge it. */
public final class DenoisedZarr {

    private final JobSummary summary;
    private final StoredImage noisy;
    private final StoredImage denoised;
    private final List<SeenRange> seen;

    DenoisedZarr(
            JobSummary summary, StoredImage noisy, StoredImage denoised, List<SeenRange> seen) {
        this.summary = summary;
        this.noisy = noisy;
        this.denoised = denoised;
        this.seen = seen;
    }

    public JobSummary summary() {
        return summary;
    }

    /** Of a sample of the image. */
    public TrustReport trustReport() throws IOException {
        BoxSample sample = new BoxSample(noisy);
        return TrustReport.of(
                new Evidence(sample.read(noisy), sample.read(denoised), type(), seen));
    }

    private Optional<DataRange> type() {
        PixelType type = noisy.array().header().type();
        if (!type.isInteger()) return Optional.empty();
        RealType<?> pixel = type.pixel();
        return Optional.of(new DataRange(pixel.getMinValue(), pixel.getMaxValue()));
    }
}
