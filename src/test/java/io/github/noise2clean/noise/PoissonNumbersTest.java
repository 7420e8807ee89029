package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonNumbersTest {

    private static final int SIZE = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 3, 9.99, 10, 12, 30, 100, 1e4, 1e6, 1e9})
    void meanAndVarianceAreBothTheMean(double mean) {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            double difference = PoissonNumbers.draw(mean, random) - mean;
            sum += difference;
            squares += difference * difference;
        }
        assertEquals(0, sum / SIZE, 5 * Math.sqrt(mean / SIZE));
        double varianceOfVariance = mean + 2 * mean * mean; // from the fourth moment
        assertEquals(mean, squares / SIZE, 5 * Math.sqrt(varianceOfVariance / SIZE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 9.9, 10.1, 15.3, 60})
    void everyNumberIsAsFrequentAsItsProbability(double mean) {
        SplittableRandom random = new SplittableRandom(2);
        Map<Double, Integer> counts = new HashMap<>();
        for (int i = 0; i < SIZE; i++)
            counts.merge(PoissonNumbers.draw(mean, random), 1, Integer::sum);
        double probability = Math.exp(-mean);
        for (int k = 0; k < 5 * mean; probability *= mean / ++k) {
            double error = 5 * Math.sqrt(probability / SIZE) + 1.0 / SIZE;
            double frequency = counts.getOrDefault((double) k, 0) / (double) SIZE;
            assertEquals(probability, frequency, error, "at " + k);
        }
    }

    @Test
    void theLogarithmOfAFactorialIsTheSumOfLogarithms() {
        double sum = 0;
        for (int k = 1; k <= 1000; k++) {
            sum += Math.log(k);
            assertEquals(sum, PoissonNumbers.logFactorial(k), 1e-10 * Math.max(1, sum));
        }
    }

    @Test
    void aMeanOfZeroGivesZeroAndOneThatIsNoNumberStays() {
        SplittableRandom random = new SplittableRandom(3);
        assertEquals(0, PoissonNumbers.draw(0, random));
        assertEquals(Double.NaN, PoissonNumbers.draw(Double.NaN, random));
        assertEquals(
                Double.POSITIVE_INFINITY, PoissonNumbers.draw(Double.POSITIVE_INFINITY, random));
    }
}
