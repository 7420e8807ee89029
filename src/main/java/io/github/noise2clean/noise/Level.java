package io.github.noise2clean.noise;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strength of a noise: one number, or a range in which every number is as likely.
 *
 * @param low at least 0
 * @param high above 0; the same as {@code low} where the strength is fixed
 */
public record Level(double low, double high) {

    private static final String NUMBER = "(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";

    /** A number or LOW-HIGH, without groups; a minus behind an "e" belongs to the exponent. */
    static final String PATTERN = NUMBER + "(?:-" + NUMBER + ")?";

    private static final Pattern TEXT = Pattern.compile("(" + NUMBER + ")(?:-(" + NUMBER + "))?");

    public Level {
        if (!(low >= 0 && low <= high && high > 0 && Double.isFinite(high)))
            throw new IllegalArgumentException("noise level " + low + " to " + high);
    }

    static Level fixed(double value) {
        return new Level(value, value);
    }

    /** Reads a text that matches {@link #PATTERN}. */
    static Level parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("noise level " + text);
        double low = Double.parseDouble(matcher.group(1));
        return matcher.group(2) == null
                ? fixed(low)
                : new Level(low, Double.parseDouble(matcher.group(2)));
    }

    /** A strength; a fixed one uses up no random number. */
    double draw(RandomGenerator random) {
        return low < high ? random.nextDouble(low, high) : low;
    }

    @Override
    public String toString() {
        return low < high ? number(low) + "-" + number(high) : number(low);
    }

    private static String number(double value) {
        boolean readable = value == 0 || value >= 1e-6 && value < 1e12;
        return readable
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
