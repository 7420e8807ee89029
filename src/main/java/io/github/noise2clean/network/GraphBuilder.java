package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds a {@link Graph} in code that reads like the forward method of a PyTorch module.
 *
 * <p>A layer is given the name of its parameters; a second layer of the same name shares them.
 */
public final class GraphBuilder {

    private static final double BATCH_NORM_EPSILON = 1e-5;
    private static final double BATCH_NORM_MOMENTUM = 0.1;

    private final int dimensions;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /** The output of a layer, to be given to the next. */
    public record Value(int node, int channels) {}

    public GraphBuilder(int dimensions) {
        this.dimensions = dimensions;
    }

    /** Images of any size. */
    public Value input(int channels) {
        return input(channels, List.of());
    }

    /** Images of that size only, slowest axis first. */
    public Value input(int channels, List<Integer> size) {
        return add(new Layer.Input(channels, size), channels, List.of());
    }

    /** Convolution with bias. Initial weights: He et al. 2015, for a ReLU behind it. */
    public Value conv(String name, Value x, int channels, Window window) {
        return conv(name, x, new Layer.Conv(channels, window, true));
    }

    public Value conv(String name, Value x, Layer.Conv layer) {
        return conv(name, x, layer, heDeviation(x.channels() * layer.window().area()));
    }

    /**
     * Convolution that gives zero until it has learned something: the end of a residual path, or an
     * output whose first guess is the mean of all images.
     */
    public Value zeroConv(String name, Value x, int channels, Window window) {
        return conv(name, x, new Layer.Conv(channels, window, true), 0);
    }

    public Value transposedConv(String name, Value x, int channels, Window window) {
        List<Integer> none = Collections.nCopies(dimensions, 0);
        return transposedConv(name, x, new Layer.TransposedConv(channels, window, none, true));
    }

    public Value transposedConv(String name, Value x, Layer.TransposedConv layer) {
        Window window = layer.window();
        int steps = window.stride().stream().reduce(1, Math::multiplyExact);
        int fanIn = Math.max(1, x.channels() * window.area() / steps);
        List<Integer> shape = kernelShape(x.channels(), layer.channels(), window);
        List<String> names =
                weightAndBias(name, shape, heDeviation(fanIn), layer.bias() ? layer.channels() : 0);
        return add(layer, layer.channels(), names, x);
    }

    /**
     * Transposed convolution to twice the size, the way back from a 3x3 convolution of stride 2 and
     * padding 1.
     */
    public Value doubling(String name, Value x, int channels) {
        List<Integer> outputPadding = Collections.nCopies(dimensions, 1);
        Window window = Window.of(dimensions, 3, 2, 1);
        return transposedConv(
                name, x, new Layer.TransposedConv(channels, window, outputPadding, true));
    }

    public Value batchNorm(String name, Value x) {
        return batchNorm(name, x, 1);
    }

    /**
     * Batch normalisation whose scale starts at zero, so that a residual block starts as the
     * identity (Goyal et al. 2017).
     */
    public Value zeroBatchNorm(String name, Value x) {
        return batchNorm(name, x, 0);
    }

    public Value relu(Value x) {
        return add(new Layer.Relu(), x.channels(), List.of(), x);
    }

    public Value sigmoid(Value x) {
        return add(new Layer.Sigmoid(), x.channels(), List.of(), x);
    }

    public Value maxPool(Value x, Window window) {
        return add(new Layer.MaxPool(window), x.channels(), List.of(), x);
    }

    /**
     * Halves the size along the axes whose factor is 2, not 1, behind a blur by [1 2 1] / 4, so
     * that what is finer than the new pixels does not come back as a pattern (Zhang 2019).
     */
    public Value blurPool(Value x, List<Integer> factor) {
        List<Integer> once = Collections.nCopies(dimensions, 1);
        List<Integer> border = factor.stream().map(f -> f - 1).toList();
        Value blurred = averagePool(x, new Window(factor, once, border));
        return averagePool(blurred, Window.stepping(factor));
    }

    /** The mean of every pixel and its neighbours along and across all axes. */
    public Value localMean(Value x) {
        return averagePool(x, Window.same(dimensions, 3));
    }

    private Value averagePool(Value x, Window window) {
        return add(new Layer.AveragePool(window), x.channels(), List.of(), x);
    }

    public Value upsample(Value x, List<Integer> factor) {
        return add(new Layer.Upsample(factor), x.channels(), List.of(), x);
    }

    public Value add(Value a, Value b) {
        return add(new Layer.Add(), a.channels(), List.of(), a, b);
    }

    public Value concat(Value... values) {
        int channels = Stream.of(values).mapToInt(Value::channels).sum();
        return add(new Layer.Concat(), channels, List.of(), values);
    }

    /** So many channels from the first one on. */
    public Value narrow(Value x, int first, int channels) {
        return add(new Layer.Narrow(first, channels), channels, List.of(), x);
    }

    public Value linear(String name, Value x, int features) {
        return linear(name, x, features, heDeviation(x.channels()));
    }

    /** A matrix product that gives zero until it has learned something. */
    public Value zeroLinear(String name, Value x, int features) {
        return linear(name, x, features, 0);
    }

    public Value reshape(Value x, Shape shape) {
        return add(new Layer.Reshape(shape), shape.channels(), List.of(), x);
    }

    public Value sample(Value mean, Value logVariance) {
        return add(new Layer.Sample(), mean.channels(), List.of(), mean, logVariance);
    }

    public Graph build(Value... outputs) {
        List<Integer> indices = Stream.of(outputs).map(Value::node).toList();
        return new Graph(dimensions, nodes, List.copyOf(parameters.values()), indices);
    }

    private Value batchNorm(String name, Value x, double scale) {
        List<Integer> shape = List.of(x.channels());
        List<String> names =
                List.of(
                        parameter(new Parameter(name + "_scale", shape, scale, 0, true)),
                        parameter(new Parameter(name + "_shift", shape, 0, 0, true)),
                        parameter(new Parameter(name + "_mean", shape, 0, 0, false)),
                        parameter(new Parameter(name + "_variance", shape, 1, 0, false)));
        Layer layer = new Layer.BatchNorm(BATCH_NORM_EPSILON, BATCH_NORM_MOMENTUM);
        return add(layer, x.channels(), names, x);
    }

    private Value conv(String name, Value x, Layer.Conv layer, double deviation) {
        List<Integer> shape = kernelShape(layer.channels(), x.channels(), layer.window());
        List<String> names =
                weightAndBias(name, shape, deviation, layer.bias() ? layer.channels() : 0);
        return add(layer, layer.channels(), names, x);
    }

    private Value linear(String name, Value x, int features, double deviation) {
        List<Integer> shape = List.of(features, x.channels());
        List<String> names = weightAndBias(name, shape, deviation, features);
        return add(new Layer.Linear(features, true), features, names, x);
    }

    private Value add(Layer layer, int channels, List<String> names, Value... inputs) {
        nodes.add(new Node(layer, Arrays.stream(inputs).map(Value::node).toList(), names));
        return new Value(nodes.size() - 1, channels);
    }

    private static double heDeviation(int fanIn) {
        return Math.sqrt(2.0 / fanIn);
    }

    private List<String> weightAndBias(
            String name, List<Integer> shape, double deviation, int biases) {
        String weight = parameter(new Parameter(name + "_weight", shape, 0, deviation, true));
        if (biases == 0) return List.of(weight);
        return List.of(
                weight, parameter(new Parameter(name + "_bias", List.of(biases), 0, 0, true)));
    }

    private String parameter(Parameter parameter) {
        Parameter known = parameters.putIfAbsent(parameter.name(), parameter);
        if (known != null && !known.equals(parameter))
            throw new IllegalArgumentException(known + " cannot be shared with " + parameter);
        return parameter.name();
    }

    private static List<Integer> kernelShape(int first, int second, Window window) {
        return Stream.concat(Stream.of(first, second), window.kernel().stream()).toList();
    }
}
