package io.github.noise2clean.monitor;

import ij.ImagePlus;
import io.github.noise2clean.image.ClassicalFilters;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.Quality;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A denoised image with known truth beside what classical filters make of the same noisy image.
 *
 * <p>The width of the Gaussian is chosen with the truth in hand, so that the blur is at its best.
 * The data range of PSNR and SSIM is 255 for 8-bit images, otherwise that of the clean image.
 */
public record FilterComparison(List<Entry> entries, ImagePlus clean) {

    private static final List<Double> SIGMAS =
            IntStream.rangeClosed(2, 16).mapToObj(quarter -> quarter / 4.0).toList();

    /** A version of the image, what it is called, and how close it is to the clean one. */
    public record Entry(String name, ImagePlus image, Quality quality) {

        /** The name, PSNR and SSIM in columns. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%-26s PSNR %6.2f  SSIM %.4f",
                    name,
                    quality.psnr(),
                    quality.ssim());
        }

        private String caption() {
            return String.format(
                    Locale.ROOT, "%s\n%.2f dB, SSIM %.3f", name, quality.psnr(), quality.ssim());
        }
    }

    public FilterComparison {
        entries = List.copyOf(entries);
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the images differ in size
     */
    public static FilterComparison of(ImagePlus clean, ImagePlus noisy, ImagePlus denoised) {
        Ssim ssim = new Ssim(SsimDefinition.SKIMAGE, ImagePluses.dataRange(clean).width());
        ImageComparison comparison = new ImageComparison(ssim, ComparedPart.PLANE);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("noisy", noisy, clean, comparison));
        entries.add(entry("median 3x3", ClassicalFilters.median(noisy, 1), clean, comparison));
        entries.add(bestGaussian(noisy, clean, comparison));
        entries.add(entry("Noise2Clean", denoised, clean, comparison));
        return new FilterComparison(entries, clean);
    }

    /** First planes: clean, then the entries, with their figures below. */
    public Montage montage() {
        List<Montage.Panel> panels = new ArrayList<>();
        panels.add(new Montage.Panel("clean", clean.getProcessor()));
        for (Entry entry : entries)
            panels.add(new Montage.Panel(entry.caption(), entry.image().getProcessor()));
        return new Montage(panels, 1);
    }

    private static Entry bestGaussian(
            ImagePlus noisy, ImagePlus clean, ImageComparison comparison) {
        return SIGMAS.stream()
                .map(
                        sigma ->
                                entry(
                                        "Gaussian, sigma " + sigma,
                                        ClassicalFilters.gaussian(noisy, sigma),
                                        clean,
                                        comparison))
                .max(Comparator.comparingDouble(entry -> entry.quality().psnr()))
                .orElseThrow();
    }

    private static Entry entry(
            String name, ImagePlus image, ImagePlus clean, ImageComparison comparison) {
        return new Entry(
                name,
                image,
                comparison.compare(ImagePluses.view(clean), ImagePluses.view(image)).whole());
    }
}
