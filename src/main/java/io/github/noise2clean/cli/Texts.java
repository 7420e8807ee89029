package io.github.noise2clean.cli;

import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.Quality;
import io.github.noise2clean.reproduce.Score;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results as lines of text, the same in every country. */
final class Texts {

    private Texts() {}

    static String quality(Quality quality) {
        return format(
                "SSIM %.6f  PSNR %.2f  NRMSE %.4f",
                quality.ssim(), quality.psnr(), quality.nrmse());
    }

    static String score(String method, Score score) {
        return format(
                "%-26s PSNR %6.2f  SSIM %.4f  (Wang's %.4f)",
                method, score.psnr(), score.skimage(), score.wang());
    }

    /** One row per part, numbered from 1, with all digits. */
    static String csv(Comparison comparison) {
        List<Quality> parts = comparison.parts();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> i + 1 + "," + row(parts.get(i)))
                .collect(Collectors.joining("\n", "plane,ssim,psnr,nrmse\n", "\n"));
    }

    /** Such as 0:07 or 1:02:03. */
    static String duration(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? format("%d:%02d:%02d", hours, minutes, seconds % 60)
                : format("%d:%02d", minutes, seconds % 60);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String row(Quality quality) {
        return quality.ssim() + "," + quality.psnr() + "," + quality.nrmse();
    }
}
