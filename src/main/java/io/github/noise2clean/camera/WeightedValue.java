package io.github.noise2clean.camera;

import java.util.Comparator;
import java.util.List;

/** A number and how much it counts. */
record WeightedValue(double value, double weight) {

    /** Half of the weight lies on either side; 0 where there are none. */
    static double median(List<WeightedValue> values) {
        double half = values.stream().mapToDouble(WeightedValue::weight).sum() / 2;
        double sum = 0;
        for (WeightedValue next : sorted(values)) {
            sum += next.weight;
            if (sum >= half) return next.value;
        }
        return 0;
    }

    private static List<WeightedValue> sorted(List<WeightedValue> values) {
        return values.stream().sorted(Comparator.comparingDouble(WeightedValue::value)).toList();
    }
}
