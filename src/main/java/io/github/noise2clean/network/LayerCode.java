package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The right-hand side of one node's assignment in TorchScript source.
 *
 * @param dimensions of the network
 */
record LayerCode(Node node, int dimensions, Precision precision, Manner manner)
        implements LayerVisitor<String> {

    /**
     * Of a sample: the first steps of a training can throw the log-variance of a layer with many
     * inputs to where the deviation would be infinite.
     */
    private static final double HIGHEST_LOG_DEVIATION = 10;

    /**
     * @param sampled whether a latent code is a sample, or else its mean
     * @param overwritten which of the node's inputs its values may take the place of
     */
    record Manner(boolean sampled, OptionalInt overwritten) {}

    private List<String> values() {
        return node.inputs().stream().map(i -> "v" + i).toList();
    }

    private List<String> weights() {
        return node.parameters().stream().map(name -> "self." + name).toList();
    }

    private String x(int input) {
        return values().get(input);
    }

    private String w(int parameter) {
        return weights().get(parameter);
    }

    @Override
    public String input(Layer.Input layer) {
        return "x";
    }

    @Override
    public String conv(Layer.Conv layer) {
        Window window = layer.window();
        return call(
                "conv" + dimensions + "d",
                precision.reduced(x(0)),
                precision.reduced(w(0)),
                bias(layer.bias()),
                window.stride(),
                window.padding(),
                everyAxis(1),
                1);
    }

    @Override
    public String transposedConv(Layer.TransposedConv layer) {
        Window window = layer.window();
        return call(
                "conv_transpose" + dimensions + "d",
                precision.reduced(x(0)),
                precision.reduced(w(0)),
                bias(layer.bias()),
                window.stride(),
                window.padding(),
                layer.outputPadding(),
                1,
                everyAxis(1));
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
        List<Object> arguments = new ArrayList<>(List.of(x(0)));
        arguments.addAll(weights());
        arguments.addAll(List.of("self.training", layer.momentum(), layer.epsilon(), "True"));
        return call("batch_norm", arguments.toArray());
    }

    @Override
    public String relu(Layer.Relu layer) {
        return call("relu" + mark(), x(0));
    }

    @Override
    public String sigmoid(Layer.Sigmoid layer) {
        return call("sigmoid" + mark(), x(0));
    }

    @Override
    public String maxPool(Layer.MaxPool layer) {
        return pool("max", layer.window(), everyAxis(1), "False");
    }

    @Override
    public String averagePool(Layer.AveragePool layer) {
        return pool("avg", layer.window(), "False", "True", "None");
    }

    private String pool(String kind, Window window, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(x(0)));
        arguments.addAll(List.of(window.kernel(), window.stride(), window.padding()));
        arguments.addAll(List.of(more));
        return call(kind + "_pool" + dimensions + "d", arguments.toArray());
    }

    @Override
    public String upsample(Layer.Upsample layer) {
        List<Double> factors = layer.factor().stream().map(Integer::doubleValue).toList();
        return call("upsample_nearest" + dimensions + "d", x(0), "None", factors);
    }

    @Override
    public String add(Layer.Add layer) {
        int first = manner.overwritten().orElse(0);
        return call("add" + mark(), x(first), x(1 - first));
    }

    @Override
    public String concat(Layer.Concat layer) {
        return call("cat", values(), 1);
    }

    @Override
    public String narrow(Layer.Narrow layer) {
        return call("narrow", x(0), 1, layer.first(), layer.channels());
    }

    @Override
    public String linear(Layer.Linear layer) {
        return call("linear", precision.reduced(x(0)), precision.reduced(w(0)), bias(layer.bias()));
    }

    @Override
    public String reshape(Layer.Reshape layer) {
        List<Integer> shape = new ArrayList<>(List.of(-1, layer.shape().channels()));
        shape.addAll(layer.shape().size());
        return call("reshape", x(0), shape);
    }

    @Override
    public String sample(Layer.Sample layer) {
        String mean = x(0);
        if (!manner.sampled()) return mean;
        String deviation =
                call("exp", call("clamp_max", call("mul", x(1), 0.5), HIGHEST_LOG_DEVIATION));
        return call("add", mean, call("mul", deviation, call("randn_like", mean)));
    }

    /** PyTorch's own, of what writes over its first argument. */
    private String mark() {
        return manner.overwritten().isPresent() ? "_" : "";
    }

    private String bias(boolean present) {
        return present ? precision.reduced(w(1)) : "None";
    }

    private List<Integer> everyAxis(int value) {
        return Collections.nCopies(dimensions, value);
    }

    private static String call(String function, Object... arguments) {
        return "torch."
                + function
                + "("
                + Stream.of(arguments).map(Object::toString).collect(Collectors.joining(", "))
                + ")";
    }
}
