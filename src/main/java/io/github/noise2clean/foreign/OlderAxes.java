package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.AxisOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads of version 0.4 which images a network takes: sizes and halos are lists along its axes. */
record OlderAxes(Section input, Section output, AxisOrder order) {

    /**
     * @throws IllegalArgumentException with the reason, if images have no such axes
     */
    static OlderAxes of(Section input, Section output) {
        String letters = input.text("axes");
        if (!AxisOrder.isPossible(letters))
            throw input.wrong("axes", "are %s: %s".formatted(letters, AxisOrder.POSSIBLE));
        if (!output.text("axes").equals(letters))
            throw output.wrong("axes", "are not those of the input");
        return new OlderAxes(input, output, new AxisOrder(letters));
    }

    ImageAxes read() {
        return new ImageAxes(
                new Port(order, channels(smallest())),
                new Port(order, made()),
                space().mapToObj(this::reach).toList(),
                output.has("halo"));
    }

    private AxisReach reach(int axis) {
        int smallest = smallest().get(axis);
        int step = isStepped(input) ? along(input.section("shape"), "step").get(axis) : 0;
        return output.has("halo")
                ? new AxisReach(along(output, "halo").get(axis), smallest, step)
                : Halo.assumed(order.space().length(), smallest, step);
    }

    private List<Integer> smallest() {
        return isStepped(input) ? along(input.section("shape"), "min") : along(input, "shape");
    }

    private static boolean isStepped(Section tensor) {
        return tensor.find("shape").orElse("") instanceof Map<?, ?>;
    }

    private int channels(List<Integer> shape) {
        int channel = order.letters().indexOf('c');
        return channel < 0 ? 1 : shape.get(channel);
    }

    /** The channels of an output with the input's size. */
    private int made() {
        if (isStepped(output)) return referring(output.section("shape"));
        List<Integer> made = along(output, "shape");
        List<Integer> shown = smallest();
        boolean same = space().allMatch(axis -> made.get(axis).equals(shown.get(axis)));
        if (isStepped(input) || !same) throw output.wrong("shape", "is not that of the input");
        return channels(made);
    }

    /** A size is that of the input times scale plus twice the offset. */
    private int referring(Section shape) {
        List<Double> scale = shape.numbersOr("scale", 1);
        List<Double> offset = shape.numbersOr("offset", 0);
        int axes = order.letters().length();
        if (!shape.text("reference_tensor").equals(input.text("name"))
                || scale.size() != axes
                || offset.size() != axes)
            throw shape.wrong("reference_tensor", "tells no size for each axis");
        if (space().anyMatch(axis -> scale.get(axis) != 1 || offset.get(axis) != 0))
            throw shape.wrong("scale", "makes another size of the input's");
        int channel = order.letters().indexOf('c');
        if (channel < 0) return 1;
        double shown = smallest().get(channel);
        return (int) Math.rint(shown * scale.get(channel) + 2 * offset.get(channel));
    }

    /** The places of the axes of space, slowest first. */
    private IntStream space() {
        return order.space().chars().map(order.letters()::indexOf);
    }

    /** One number for each axis. */
    private List<Integer> along(Section section, String key) {
        List<Integer> numbers = section.integers(key);
        if (numbers.size() != order.letters().length())
            throw section.wrong(key, "has not one number for each of the axes " + order.letters());
        return numbers;
    }
}
