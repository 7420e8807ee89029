package io.github.noise2clean.noise;

import io.github.noise2clean.camera.Camera;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a step of noise can be: how it is written, how it is read, and how to put it right. */
enum NoiseKind {
    GAUSSIAN(
            "gaussian:LEVEL(%?)",
            m -> new GaussianNoise(Level.parse(m.group(1)), LevelUnit.of(m.group(2))),
            "write gaussian:LEVEL in grey levels, or gaussian:LEVEL% of the data range, with LEVEL"
                    + " above 0 or a range such as 5-50."),
    POISSON(
            "poisson:LEVEL",
            m -> new PoissonNoise(Level.parse(m.group(1))),
            "write poisson:PHOTONS, the number expected at the top of the data range, with PHOTONS"
                    + " from 0.001 to 1e9 or a range such as 10-100."),
    POISSON_GAUSSIAN(
            "poisson-gaussian:LEVEL,LEVEL(%?)",
            m ->
                    new PoissonGaussianNoise(
                            new PoissonNoise(Level.parse(m.group(1))),
                            new GaussianNoise(Level.parse(m.group(2)), LevelUnit.of(m.group(3)))),
            "write poisson-gaussian:PHOTONS,LEVEL in grey levels, or"
                    + " poisson-gaussian:PHOTONS,LEVEL% of the data range, with PHOTONS from 0.001"
                    + " to 1e9, LEVEL above 0, or ranges such as 10-100."),
    SALT_AND_PEPPER(
            "salt-and-pepper:LEVEL%",
            m -> new SaltAndPepper(new Share(Level.parse(m.group(1)))),
            "write salt-and-pepper:SHARE% of the pixels, with SHARE above 0 and at most 100 or a"
                    + " range such as 5-50%."),
    MASKING(
            "masking:LEVEL%",
            m -> new Masking(new Share(Level.parse(m.group(1)))),
            "write masking:SHARE% of the pixels, with SHARE above 0 and at most 100 or a range such"
                    + " as 5-50%."),
    SPECKLE(
            "speckle:LEVEL%",
            m -> new Speckle(Level.parse(m.group(1))),
            "write speckle:LEVEL% of each pixel's own signal, with LEVEL above 0 or a range such as"
                    + " 5-50%."),
    SCAN(
            "scan:LEVEL(%?),LEVEL",
            m ->
                    new ScanNoise(
                            new GaussianNoise(Level.parse(m.group(1)), LevelUnit.of(m.group(2))),
                            Level.parse(m.group(3))),
            "write scan:LEVEL,CORRELATION in grey levels, or scan:LEVEL%,CORRELATION of the data"
                    + " range, with LEVEL above 0 and CORRELATION, of neighbours along x, above 0"
                    + " and below 1, or ranges such as 2-10%,0.3-0.7."),
    CAMERA(
            "camera:(.+)",
            m -> new CameraNoise(Camera.parse(m.group(1))),
            "write camera:GAIN,OFFSET,READ, all in grey levels, as noise2clean estimate-noise and"
                    + " Estimate Noise do: GAIN per photo-electron and READ at least 0 and one of"
                    + " them above."),
    CLIP("clip", m -> new Clipping(), "write clip, without a number.");

    private final Pattern pattern;
    private final Function<Matcher, NoiseModel> reader;
    private final String advice;

    NoiseKind(String grammar, Function<Matcher, NoiseModel> reader, String advice) {
        this.pattern = Pattern.compile(grammar.replace("LEVEL", "(" + Level.PATTERN + ")"));
        this.reader = reader;
        this.advice = advice;
    }

    /**
     * Reads one step.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static NoiseModel read(String step) {
        NoiseKind kind = named(step);
        Matcher matcher = kind.pattern.matcher(step);
        if (!matcher.matches()) throw unreadable(step, kind.advice, null);
        try {
            return kind.reader.apply(matcher);
        } catch (IllegalArgumentException e) {
            throw unreadable(step, kind.advice, e);
        }
    }

    private static NoiseKind named(String step) {
        String name = step.split(":", 2)[0];
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unreadable(
                                        step,
                                        "choose gaussian:LEVEL, poisson:PHOTONS,"
                                                + " poisson-gaussian:PHOTONS,LEVEL,"
                                                + " salt-and-pepper:SHARE%, masking:SHARE%,"
                                                + " speckle:LEVEL%, scan:LEVEL,CORRELATION,"
                                                + " camera:GAIN,OFFSET,READ or clip, or several"
                                                + " joined by +.",
                                        null));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException unreadable(
            String step, String advice, Exception cause) {
        return new IllegalArgumentException(
                "The noise \"" + step + "\" is not understood: " + advice, cause);
    }
}
