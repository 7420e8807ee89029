package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian:25",
                "gaussian:10%",
                "gaussian:0.5",
                "gaussian:0-55",
                "gaussian:2.5-10%",
                "poisson:30",
                "poisson:10-100",
                "poisson-gaussian:30,2%",
                "poisson-gaussian:10-100,1-5",
                "salt-and-pepper:10%",
                "salt-and-pepper:0-50%",
                "masking:100%",
                "speckle:20-30%",
                "scan:25,0.5",
                "scan:2-10%,0.3-0.7",
                "camera:2,100,5",
                "camera:0.25,-3.5,0+clip",
                "camera:0,0,0.001+gaussian:1",
                "clip",
                "poisson:30+gaussian:2%+clip",
                "gaussian:1.0E300+gaussian:1.0E-300-2"
            })
    void textIsReadAndWrittenAlike(String text) {
        NoiseModel model = NoiseModel.parse(text);
        assertEquals(text, model.toString());
        assertEquals(model, NoiseModel.parse(model.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "gaussian:1e-3, 0.001, 0.001",
        "gaussian:1e-3-1e-2, 0.001, 0.01",
        "gaussian:1e+1-2E+1, 10, 20",
        "gaussian:5.-50., 5, 50",
        "gaussian:.5-1, 0.5, 1"
    })
    void aMinusOrPlusBehindAnExponentIsItsSign(String text, double low, double high) {
        assertEquals(
                new GaussianNoise(new Level(low, high), LevelUnit.GREY_LEVELS),
                NoiseModel.parse(text));
    }

    @Test
    void aSequenceHoldsItsStepsInTheirOrderWhateverTheSpaces() {
        Level two = Level.fixed(2);
        assertEquals(
                new NoiseSequence(
                        List.of(
                                new GaussianNoise(Level.fixed(10), LevelUnit.GREY_LEVELS),
                                new PoissonGaussianNoise(
                                        new PoissonNoise(two),
                                        new GaussianNoise(two, LevelUnit.PERCENT_OF_RANGE)),
                                new Clipping())),
                NoiseModel.parse(" gaussian:1e+1 + poisson-gaussian:2,2%+clip"));
    }

    @ParameterizedTest
    @CsvSource({
        "gaussian:25, false, gaussian:25",
        "gaussian:25, true, gaussian:25+clip",
        "gaussian:25+clip, true, gaussian:25+clip",
        "gaussian:25+clip+masking:5%, true, gaussian:25+clip+masking:5%+clip"
    })
    void clippingIsAddedWhereItIsNotTheLastStepAlready(String text, boolean clip, String all) {
        assertEquals(all, NoiseModel.parse(text, clip).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', choose gaussian:LEVEL",
        "salt, choose gaussian:LEVEL",
        "gaussian, write gaussian:LEVEL in grey levels",
        "gaussian:, write gaussian:LEVEL",
        "gaussian:., write gaussian:LEVEL",
        "gaussian:-1, write gaussian:LEVEL",
        "gaussian:0%, LEVEL above 0",
        "gaussian:50-5, a range such as 5-50",
        "gaussian:5%-50%, a range such as 5-50",
        "gaussian:1e999, LEVEL above 0",
        "gaussian:1%%, write gaussian:LEVEL",
        "gaussian:NaN, write gaussian:LEVEL",
        "poisson:0, from 0.001 to 1e9",
        "poisson:0-10, from 0.001 to 1e9",
        "poisson:1e10, from 0.001 to 1e9",
        "poisson:30%, write poisson:PHOTONS",
        "poisson-gaussian:30, 'write poisson-gaussian:PHOTONS,LEVEL'",
        "salt-and-pepper:10, write salt-and-pepper:SHARE%",
        "salt-and-pepper:101%, at most 100",
        "masking:50-101%, at most 100",
        "speckle:20, write speckle:LEVEL%",
        "'scan:5%', 'write scan:LEVEL,CORRELATION'",
        "'scan:5%,1', below 1",
        "'camera:1,2', 'write camera:GAIN,OFFSET,READ'",
        "'camera:-1,2,3', READ at least 0",
        "'camera:0,100,0', one of them above",
        "'camera:a,b,c', 'write camera:GAIN,OFFSET,READ'",
        "clip:1, write clip",
        "clip:, write clip"
    })
    void aWrongStepIsNamedAndTheRightFormShown(String step, String advice) {
        for (String text : List.of(step, "clip+" + step, step + "+masking:5%")) {
            String message = refused(text);
            assertTrue(
                    message.startsWith("The noise \"" + step + "\" is not understood: "), message);
            assertTrue(message.contains(advice) && message.endsWith("."), message);
        }
    }

    @Test
    void longTextsAndManyStepsAreRefused() {
        String ten = "clip" + "+clip".repeat(9);
        assertEquals(ten, NoiseModel.parse(ten).toString());
        assertEquals("The noise has 11 steps joined by +: use 2 to 10.", refused(ten + "+clip"));
        assertEquals(
                "The noise is a text of 2001 characters: use at most 2000.",
                refused("1".repeat(2001)));
    }

    private static String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> NoiseModel.parse(text))
                .getMessage();
    }
}
