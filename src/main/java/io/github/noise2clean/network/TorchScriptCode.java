package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a graph as TorchScript source, in the form in which PyTorch itself serialises modules.
 *
 * <p>The class has three methods: {@code forward(x)} returns the first output, with the mean of a
 * latent code; {@code outputs(x)} returns all outputs, with a sample of the code; {@code tensors()}
 * returns parameters and buffers in the graph's order. A network that can generate has a fourth:
 * {@code decode(x)} returns the first output of the latent code {@code x}. Activations are kept
 * channels-last.
 */
final class TorchScriptCode {

    private static final String INDENT = "    ";

    /** PyTorch's own numbers for these types. */
    private static final int FLOAT32 = 6;

    private static final int BFLOAT16 = 15;

    /**
     * Of a sample: the first steps of a training can throw the log-variance of a layer with many
     * inputs to where the deviation would be infinite.
     */
    private static final double HIGHEST_LOG_DEVIATION = 10;

    private final Graph graph;
    private final Precision precision;
    private final int[] channels;

    private TorchScriptCode(Graph graph, Precision precision) {
        this.graph = graph;
        this.precision = precision;
        this.channels = Channels.of(graph);
    }

    static String of(Graph graph, Precision precision) {
        return new TorchScriptCode(graph, precision).module();
    }

    private String module() {
        return String.join(
                "\n",
                "class Net(Module):",
                "  __parameters__ = [" + names(true) + "]",
                "  __buffers__ = [" + names(false) + "]",
                "  training : bool",
                attributes(),
                "  def forward(self: __torch__.Net,",
                "    x: Tensor) -> Tensor:",
                body(false),
                "    return " + output(graph.outputs().get(0)),
                "  def outputs(self: __torch__.Net,",
                "    x: Tensor) -> List[Tensor]:",
                body(true),
                "    return [" + joined(graph.outputs().stream().map(this::output)) + "]",
                "  def tensors(self: __torch__.Net) -> List[Tensor]:",
                "    return ["
                        + joined(graph.parameters().stream().map(p -> "self." + p.name()))
                        + "]",
                LatentCode.of(graph).map(this::decode).orElse(""));
    }

    private String decode(LatentCode code) {
        return String.join(
                "\n",
                "  def decode(self: __torch__.Net,",
                "    x: Tensor) -> Tensor:",
                decoderBody(code),
                "    return " + output(graph.outputs().get(0)),
                "");
    }

    private String output(int node) {
        return precision == Precision.FLOAT32 ? "v" + node : cast("v" + node, FLOAT32);
    }

    /** The tensor as the precision has it; a cast of a parameter lets its gradient through. */
    private String fast(String tensor) {
        return precision == Precision.FLOAT32 ? tensor : cast(tensor, BFLOAT16);
    }

    private static String cast(String tensor, int type) {
        return "torch.to(" + tensor + ", " + type + ")";
    }

    private String names(boolean learned) {
        return graph.parameters().stream()
                .filter(parameter -> parameter.learned() == learned)
                .map(parameter -> "\"" + parameter.name() + "\", ")
                .collect(Collectors.joining());
    }

    private String attributes() {
        return graph.parameters().stream()
                .map(parameter -> "  " + parameter.name() + " : Tensor")
                .collect(Collectors.joining("\n"));
    }

    private String body(boolean sampled) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) lines.addAll(lines(i, sampled));
        return String.join("\n", lines);
    }

    private String decoderBody(LatentCode code) {
        String value = "v" + code.node();
        List<String> lines = new ArrayList<>(List.of(INDENT + value + " = x"));
        if (code.isMap() && channels[code.node()] > 1) lines.add(INDENT + channelsLast(value));
        for (int i : code.decoder()) lines.addAll(lines(i, false));
        return String.join("\n", lines);
    }

    private List<String> lines(int index, boolean sampled) {
        Node node = graph.nodes().get(index);
        String value = "v" + index;
        String made = INDENT + value + " = " + node.layer().accept(new Expression(node, sampled));
        return becomesChannelsLast(index)
                ? List.of(made, INDENT + channelsLast(value))
                : List.of(made);
    }

    /** PyTorch numbers its channels-last formats like the dimensions they are for. */
    private String channelsLast(String tensor) {
        return tensor
                + " = torch.contiguous("
                + tensor
                + ", memory_format="
                + graph.dimensions()
                + ")";
    }

    /**
     * A tensor of one channel has no memory format of its own, so the format is set where several
     * channels first appear, and where a vector becomes an image; the layers behind keep it.
     */
    private boolean becomesChannelsLast(int node) {
        Layer layer = graph.nodes().get(node).layer();
        if (channels[node] == 1) return false;
        if (layer instanceof Layer.Input) return true;
        if (layer instanceof Layer.Reshape reshape) return !reshape.shape().size().isEmpty();
        if (!(layer instanceof Layer.Conv) && !(layer instanceof Layer.TransposedConv))
            return false;
        return channels[graph.nodes().get(node).inputs().get(0)] == 1;
    }

    private static String joined(Stream<String> items) {
        return items.collect(Collectors.joining(", "));
    }

    /** The right-hand side of one node's assignment. */
    private final class Expression implements LayerVisitor<String> {

        private final List<String> x;
        private final List<String> w;
        private final boolean sampled;

        Expression(Node node, boolean sampled) {
            this.x = node.inputs().stream().map(i -> "v" + i).toList();
            this.w = node.parameters().stream().map(name -> "self." + name).toList();
            this.sampled = sampled;
        }

        @Override
        public String input(Layer.Input layer) {
            return "x";
        }

        @Override
        public String conv(Layer.Conv layer) {
            Window window = layer.window();
            return call(
                    "conv" + graph.dimensions() + "d",
                    fast(x.get(0)),
                    fast(w.get(0)),
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
                    "conv_transpose" + graph.dimensions() + "d",
                    fast(x.get(0)),
                    fast(w.get(0)),
                    bias(layer.bias()),
                    window.stride(),
                    window.padding(),
                    layer.outputPadding(),
                    1,
                    everyAxis(1));
        }

        @Override
        public String batchNorm(Layer.BatchNorm layer) {
            List<Object> arguments = new ArrayList<>(List.of(x.get(0)));
            arguments.addAll(w);
            arguments.addAll(List.of("self.training", layer.momentum(), layer.epsilon(), "True"));
            return call("batch_norm", arguments.toArray());
        }

        @Override
        public String relu(Layer.Relu layer) {
            return call("relu", x.get(0));
        }

        @Override
        public String sigmoid(Layer.Sigmoid layer) {
            return call("sigmoid", x.get(0));
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
            List<Object> arguments = new ArrayList<>(List.of(x.get(0)));
            arguments.addAll(List.of(window.kernel(), window.stride(), window.padding()));
            arguments.addAll(List.of(more));
            return call(kind + "_pool" + graph.dimensions() + "d", arguments.toArray());
        }

        @Override
        public String upsample(Layer.Upsample layer) {
            List<Double> factors = layer.factor().stream().map(Integer::doubleValue).toList();
            return call("upsample_nearest" + graph.dimensions() + "d", x.get(0), "None", factors);
        }

        @Override
        public String add(Layer.Add layer) {
            return call("add", x.get(0), x.get(1));
        }

        @Override
        public String concat(Layer.Concat layer) {
            return call("cat", x, 1);
        }

        @Override
        public String narrow(Layer.Narrow layer) {
            return call("narrow", x.get(0), 1, layer.first(), layer.channels());
        }

        @Override
        public String linear(Layer.Linear layer) {
            return call("linear", fast(x.get(0)), fast(w.get(0)), bias(layer.bias()));
        }

        @Override
        public String reshape(Layer.Reshape layer) {
            List<Integer> shape = new ArrayList<>(List.of(-1, layer.shape().channels()));
            shape.addAll(layer.shape().size());
            return call("reshape", x.get(0), shape);
        }

        @Override
        public String sample(Layer.Sample layer) {
            String mean = x.get(0);
            if (!sampled) return mean;
            String deviation =
                    call(
                            "exp",
                            call("clamp_max", call("mul", x.get(1), 0.5), HIGHEST_LOG_DEVIATION));
            return call("add", mean, call("mul", deviation, call("randn_like", mean)));
        }

        private String bias(boolean present) {
            return present ? fast(w.get(1)) : "None";
        }

        private List<Integer> everyAxis(int value) {
            return Collections.nCopies(graph.dimensions(), value);
        }

        private static String call(String function, Object... arguments) {
            return "torch."
                    + function
                    + "("
                    + joined(Stream.of(arguments).map(Object::toString))
                    + ")";
        }
    }
}
