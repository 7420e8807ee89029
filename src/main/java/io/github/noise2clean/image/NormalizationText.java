package io.github.noise2clean.image;

import java.math.BigDecimal;

/** The text form of a {@link Normalization}: a name, and two numbers behind a colon. */
final class NormalizationText {

    private NormalizationText() {}

    static String of(String name, double low, double high) {
        return name + ":" + plain(low) + "," + plain(high);
    }

    static Normalization parse(String text) {
        if (text.equals("mean-std")) return new Normalization.MeanStd();
        try {
            String[] parts = text.split("[:,]", -1);
            if (parts.length == 3)
                return of(parts[0], new BigDecimal(parts[1]), new BigDecimal(parts[2]));
        } catch (IllegalArgumentException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static Normalization of(String name, BigDecimal low, BigDecimal high) {
        return switch (name) {
            case "fixed" -> new Normalization.Fixed(low.doubleValue(), high.doubleValue());
            case "percentile" ->
                    new Normalization.Percentile(low.doubleValue(), high.doubleValue());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static IllegalArgumentException unreadable(String text, Exception cause) {
        return new IllegalArgumentException(
                "The normalization \""
                        + text
                        + "\" is not understood: write fixed:LOW,HIGH or percentile:LOW,HIGH"
                        + " with LOW below HIGH, or mean-std.",
                cause);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
