package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * White Gaussian noise of one strength everywhere.
 *
 * <p>Whether the noisy image is clipped and rounded moves published PSNR tables by 0.6 dB at a
 * level of 25: state it beside every number.
 *
 * @param level the standard deviation, above 0
 * @param clip whether the noisy pixels are limited to the data range
 */
public record GaussianNoise(double level, LevelUnit unit, boolean clip) implements NoiseModel {

    private static final Pattern TEXT = Pattern.compile("gaussian:([0-9.eE+-]+)(%?)");

    public GaussianNoise {
        if (!(level > 0 && Double.isFinite(level)))
            throw new IllegalArgumentException("noise level " + level);
    }

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double deviation = standardDeviation(range);
        for (int i = 0; i < pixels.length; i++) {
            double noisy = pixels[i] + deviation * random.nextGaussian();
            pixels[i] =
                    (float) (clip ? Math.max(range.min(), Math.min(range.max(), noisy)) : noisy);
        }
    }

    @Override
    public String toString() {
        String number = BigDecimal.valueOf(level).stripTrailingZeros().toPlainString();
        return "gaussian:" + number + (unit == LevelUnit.PERCENT_OF_RANGE ? "%" : "");
    }

    static GaussianNoise parse(String text, boolean clip) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) throw unreadable(text, null);
        boolean percent = !matcher.group(2).isEmpty();
        LevelUnit unit = percent ? LevelUnit.PERCENT_OF_RANGE : LevelUnit.GREY_LEVELS;
        try {
            return new GaussianNoise(Double.parseDouble(matcher.group(1)), unit, clip);
        } catch (IllegalArgumentException e) {
            throw unreadable(text, e);
        }
    }

    private static IllegalArgumentException unreadable(String text, Exception cause) {
        return new IllegalArgumentException(
                "The noise \""
                        + text
                        + "\" is not understood: write gaussian:LEVEL in grey levels, or"
                        + " gaussian:LEVEL% of the data range, with LEVEL above 0.",
                cause);
    }

    private double standardDeviation(DataRange range) {
        return switch (unit) {
            case GREY_LEVELS -> level;
            case PERCENT_OF_RANGE -> level / 100 * range.width();
        };
    }
}
