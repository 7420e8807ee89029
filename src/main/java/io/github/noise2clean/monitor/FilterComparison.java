package io.github.noise2clean.monitor;

import ij.ImagePlus;
import io.github.noise2clean.dataset.Alignment;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.ComparedPart;
import io.github.noise2clean.metric.ImageComparison;
import io.github.noise2clean.metric.ImagePair;
import io.github.noise2clean.metric.IntensityMatch;
import io.github.noise2clean.metric.Quality;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.imglib2.util.ImgUtil;

/**
 * A denoised image with known truth beside what classical filters make of the same noisy image.
 *
 * <p>The width of the Gaussian is chosen with the truth in hand, so that the blur is at its best.
 * The data range of PSNR and SSIM is 255 for 8-bit images, otherwise that of the clean image.
 */
public record FilterComparison(List<Entry> entries, ImagePlus clean) {

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

    /** The noisy and the denoised image of something whose clean image is known. */
    public record Case(ImagePlus clean, ImagePlus noisy, ImagePlus denoised) {

        /**
         * @throws IllegalArgumentException with a sentence for the user, if the images differ in
         *     size
         */
        public Case {
            for (ImagePlus version : List.of(noisy, denoised)) ImagePair.of(clean, version);
        }

        /**
         * With the clean image moved to where the noisy one lies, and all cropped to what they
         * share.
         */
        public Case aligned() {
            Translation move = Alignment.of(ImagePair.of(clean, noisy));
            return new Case(move.moved(clean), move.covered(noisy), move.covered(denoised));
        }
    }

    /**
     * @param matched whether the grey values of each version are fitted to the clean ones first
     */
    public static FilterComparison of(Case images, Smoothing smoothing, boolean matched) {
        Judge judge = Judge.by(images.clean(), matched);
        ImagePlus noisy = unrounded(images.noisy());
        List<Entry> entries = new ArrayList<>();
        entries.add(judge.entry("noisy", images.noisy()));
        entries.add(judge.entry(smoothing.median(), noisy));
        entries.add(bestGaussian(smoothing, noisy, judge));
        entries.add(judge.entry("Noise2Clean", images.denoised()));
        return new FilterComparison(entries, images.clean());
    }

    /** The means over several images, each with the Gaussian that is best for it. */
    public static List<Entry> means(List<FilterComparison> images) {
        String median = images.get(0).entries().get(1).name();
        List<String> names = List.of("noisy", median, "the best Gaussian", "Noise2Clean");
        return IntStream.range(0, names.size())
                .mapToObj(
                        i ->
                                new Entry(
                                        names.get(i),
                                        images.get(0).entries().get(i).image(),
                                        Quality.mean(
                                                images.stream()
                                                        .map(
                                                                image ->
                                                                        image.entries()
                                                                                .get(i)
                                                                                .quality())
                                                        .toList())))
                .toList();
    }

    /** First planes: clean, then the entries, with their figures below. */
    public Montage montage() {
        List<Montage.Panel> panels = new ArrayList<>();
        panels.add(new Montage.Panel("clean", clean.getProcessor()));
        for (Entry entry : entries)
            panels.add(new Montage.Panel(entry.caption(), entry.image().getProcessor()));
        return new Montage(panels, 1);
    }

    /** In 32 bits, so that no filter is worse for the rounding of its result; RGB as it is. */
    private static ImagePlus unrounded(ImagePlus image) {
        if (image.getBitDepth() == 24) return image;
        ImagePlus copy = ImagePluses.blankCopy(image, true);
        ImgUtil.copy(ImagePluses.view(image).pixels(), ImagePluses.view(copy).pixels());
        return copy;
    }

    private static Entry bestGaussian(Smoothing smoothing, ImagePlus noisy, Judge judge) {
        return smoothing
                .gaussians()
                .map(filter -> judge.entry(filter, noisy))
                .max(Comparator.comparingDouble(entry -> entry.quality().psnr()))
                .orElseThrow();
    }

    /** Measures versions of an image by the clean one. */
    private record Judge(AxisImage clean, ImageComparison comparison, boolean matched) {

        static Judge by(ImagePlus clean, boolean matched) {
            Ssim ssim = new Ssim(SsimDefinition.SKIMAGE, ImagePluses.dataRange(clean).width());
            ImageComparison comparison = new ImageComparison(ssim, ComparedPart.PLANE);
            return new Judge(ImagePluses.view(clean), comparison, matched);
        }

        Entry entry(Smoothing.Filter filter, ImagePlus noisy) {
            return entry(filter.name(), filter.filtered().apply(noisy));
        }

        Entry entry(String name, ImagePlus image) {
            AxisImage pixels = ImagePluses.view(image);
            AxisImage seen = matched ? IntensityMatch.of(clean, pixels).applyTo(pixels) : pixels;
            return new Entry(name, image, comparison.compare(clean, seen).whole());
        }
    }
}
