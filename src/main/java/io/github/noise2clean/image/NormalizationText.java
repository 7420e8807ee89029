package io.github.noise2clean.image;

import io.github.noise2clean.camera.Camera;
import java.math.BigDecimal;

/** The text form of a {@link Normalization}: a name, and numbers behind a colon. */
final class NormalizationText {

    private NormalizationText() {}

    static String of(String name, double low, double high) {
        return name + ":" + plain(low) + "," + plain(high);
    }

    static Normalization parse(String text) {
        if (text.equals("mean-std")) return new Normalization.MeanStd();
        if (text.equals("anscombe:auto")) return new Normalization.FoundAnscombe();
        String[] parts = text.split(":", 2);
        try {
            if (parts.length == 2) return of(parts[0], parts[1]);
        } catch (IllegalArgumentException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static Normalization of(String name, String numbers) {
        return switch (name) {
            case "fixed" -> new Normalization.Fixed(number(numbers, 0), number(numbers, 1));
            case "percentile" ->
                    new Normalization.Percentile(number(numbers, 0), number(numbers, 1));
            case "anscombe" -> new Normalization.Anscombe(Camera.parse(numbers));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One of two numbers. */
    private static double number(String numbers, int place) {
        String[] parts = numbers.split(",", -1);
        if (parts.length != 2) throw new IllegalArgumentException(numbers);
        return new BigDecimal(parts[place]).doubleValue();
    }

    private static IllegalArgumentException unreadable(String text, Exception cause) {
        return new IllegalArgumentException(
                "The normalization \""
                        + text
                        + "\" is not understood: write fixed:LOW,HIGH or percentile:LOW,HIGH"
                        + " with LOW below HIGH, mean-std, anscombe:GAIN,OFFSET,READ as estimate-noise"
                        + " prints them, or anscombe:auto.",
                cause);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
