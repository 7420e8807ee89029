package io.github.noise2clean.network;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The demands of each kind of layer, for inputs of the given channels. */
final class LayerDemands implements LayerVisitor<LayerDemand> {

    private final List<Integer> channels;

    LayerDemands(List<Integer> channels) {
        this.channels = channels;
    }

    @Override
    public LayerDemand input(Layer.Input layer) {
        return LayerDemand.inputs(0);
    }

    @Override
    public LayerDemand conv(Layer.Conv layer) {
        List<Integer> kernel = kernel(layer.channels(), first(), layer.window());
        return new LayerDemand(
                1, axes(layer.window()), withBias(kernel, layer.bias(), layer.channels()));
    }

    @Override
    public LayerDemand transposedConv(Layer.TransposedConv layer) {
        List<Integer> kernel = kernel(first(), layer.channels(), layer.window());
        return new LayerDemand(
                1, axes(layer.window()), withBias(kernel, layer.bias(), layer.channels()));
    }

    @Override
    public LayerDemand batchNorm(Layer.BatchNorm layer) {
        return LayerDemand.parameters(Collections.nCopies(4, List.of(first())));
    }

    @Override
    public LayerDemand relu(Layer.Relu layer) {
        return LayerDemand.inputs(1);
    }

    @Override
    public LayerDemand sigmoid(Layer.Sigmoid layer) {
        return LayerDemand.inputs(1);
    }

    @Override
    public LayerDemand maxPool(Layer.MaxPool layer) {
        return LayerDemand.axes(axes(layer.window()));
    }

    @Override
    public LayerDemand averagePool(Layer.AveragePool layer) {
        return LayerDemand.axes(axes(layer.window()));
    }

    @Override
    public LayerDemand upsample(Layer.Upsample layer) {
        return LayerDemand.axes(layer.factor().size());
    }

    @Override
    public LayerDemand add(Layer.Add layer) {
        return LayerDemand.inputs(2);
    }

    @Override
    public LayerDemand concat(Layer.Concat layer) {
        return LayerDemand.inputs(Math.max(1, channels.size()));
    }

    @Override
    public LayerDemand narrow(Layer.Narrow layer) {
        return LayerDemand.inputs(1);
    }

    @Override
    public LayerDemand linear(Layer.Linear layer) {
        List<Integer> matrix = List.of(layer.features(), first());
        return LayerDemand.parameters(withBias(matrix, layer.bias(), layer.features()));
    }

    @Override
    public LayerDemand reshape(Layer.Reshape layer) {
        return LayerDemand.inputs(1);
    }

    @Override
    public LayerDemand sample(Layer.Sample layer) {
        return LayerDemand.inputs(2);
    }

    /** The channels of the first input; 0, which fits no parameter, where there is none. */
    private int first() {
        return channels.isEmpty() ? 0 : channels.get(0);
    }

    private static int axes(Window window) {
        return window.kernel().size();
    }

    private static List<Integer> kernel(int first, int second, Window window) {
        return Stream.concat(Stream.of(first, second), window.kernel().stream()).toList();
    }

    private static List<List<Integer>> withBias(List<Integer> weight, boolean bias, int outputs) {
        return bias ? List.of(weight, List.of(outputs)) : List.of(weight);
    }
}
