package io.github.noise2clean.camera;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How a camera turns light into grey levels: photo-electrons, which are Poisson distributed, times
 * the gain, plus the offset, plus Gaussian read noise.
 *
 * @param gain grey levels per photo-electron, at least 0; 0 where the noise is the same everywhere
 * @param offset the mean grey level of darkness
 * @param readNoise standard deviation in grey levels, at least 0; above 0 where the gain is 0
 */
public record Camera(double gain, double offset, double readNoise) implements Serializable {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final MathContext DIGITS = new MathContext(4);

    public Camera {
        if (!(gain >= 0 && readNoise >= 0 && gain + readNoise > 0)
                || !(Double.isFinite(gain)
                        && Double.isFinite(offset)
                        && Double.isFinite(readNoise)))
            throw new IllegalArgumentException(
                    "gain " + gain + ", offset " + offset + ", read noise " + readNoise);
    }

    /**
     * Reads GAIN,OFFSET,READ, as {@code toString} writes them.
     *
     * @throws IllegalArgumentException if it is something else; the message is not for users
     */
    public static Camera parse(String text) {
        double[] numbers =
                Arrays.stream(COMMA.split(text.strip(), -1))
                        .mapToDouble(number -> new BigDecimal(number).doubleValue())
                        .toArray();
        if (numbers.length != 3) throw new IllegalArgumentException("camera " + text);
        return new Camera(numbers[0], numbers[1], numbers[2]);
    }

    /** The noise's variance at a mean grey level; below the offset that of darkness. */
    public double variance(double mean) {
        return gain * Math.max(0, mean - offset) + readNoise * readNoise;
    }

    /** With four digits, which is more than an estimate is worth. */
    public Camera rounded() {
        return new Camera(rounded(gain), rounded(offset), rounded(readNoise));
    }

    @Override
    public String toString() {
        return plain(gain) + "," + plain(offset) + "," + plain(readNoise);
    }

    private static double rounded(double number) {
        return BigDecimal.valueOf(number).round(DIGITS).doubleValue();
    }

    private static String plain(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        boolean readable = number == 0 || Math.abs(number) >= 1e-6 && Math.abs(number) < 1e12;
        return readable ? decimal.toPlainString() : decimal.toString();
    }
}
