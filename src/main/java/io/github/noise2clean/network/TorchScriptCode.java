package io.github.noise2clean.network;

import java.util.ArrayList;
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
 * channels-last, but for {@link Use#COMPARISON}.
 */
final class TorchScriptCode {

    private static final String INDENT = "    ";

    private final Graph graph;
    private final Precision precision;
    private final Use use;
    private final Overwriting overwriting;
    private final int[] channels;

    /** What the module is for. */
    private enum Use {
        LEARNING,
        /** Of a module that never learns, which spares it memory and time. */
        RUNNING,
        /** As networks are usually written, with the pixels of each channel together. */
        COMPARISON
    }

    private TorchScriptCode(Graph graph, Precision precision, Use use) {
        this.graph = graph;
        this.precision = precision;
        this.use = use;
        this.overwriting = use == Use.RUNNING ? Overwriting.of(graph) : Overwriting.NONE;
        this.channels = Channels.of(graph);
    }

    /** Of a module that learns. */
    static String of(Graph graph, Precision precision) {
        return new TorchScriptCode(graph, precision, Use.LEARNING).module();
    }

    /** Of a module that is run and never learns. */
    static String forRunning(Graph graph, Precision precision) {
        return new TorchScriptCode(graph, precision, Use.RUNNING).module();
    }

    /** Of a module with nothing that makes it faster. */
    static String forComparison(Graph graph) {
        return new TorchScriptCode(graph, Precision.FLOAT32, Use.COMPARISON).module();
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
        return precision.restored("v" + node);
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
        if (code.isMap() && mayBeChannelsLast(code.node())) lines.add(INDENT + channelsLast(value));
        for (int i : code.decoder()) lines.addAll(lines(i, false));
        return String.join("\n", lines);
    }

    private List<String> lines(int index, boolean sampled) {
        String value = "v" + index;
        String made = INDENT + value + " = " + made(index, sampled);
        return becomesChannelsLast(index)
                ? List.of(made, INDENT + channelsLast(value))
                : List.of(made);
    }

    private String made(int index, boolean sampled) {
        Node node = graph.nodes().get(index);
        boolean isGrey = node.layer() instanceof Layer.Input && channels[index] == 1;
        return isGrey && use == Use.RUNNING
                ? greyChannelsLast()
                : node.layer().accept(code(node, index, sampled));
    }

    /**
     * The same pixels, with strides by which PyTorch sees that the one channel may be the last, and
     * so makes the next layer's values channels-last at once.
     */
    private String greyChannelsLast() {
        List<String> size = new ArrayList<>(List.of("torch.size(x, 0)", "1"));
        List<String> strides = new ArrayList<>(List.of("1", "1"));
        String stride = "1";
        for (int axis = graph.dimensions() + 1; axis >= 2; axis--) {
            String length = "torch.size(x, " + axis + ")";
            size.add(2, length);
            strides.add(2, stride);
            stride = stride.equals("1") ? length : "torch.mul(" + stride + ", " + length + ")";
        }
        strides.set(0, stride);
        return "torch.as_strided(x, " + size + ", " + strides + ")";
    }

    private LayerCode code(Node node, int index, boolean sampled) {
        return new LayerCode(
                node,
                graph.dimensions(),
                precision,
                new LayerCode.Manner(sampled, overwriting.input(index)));
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
        if (!mayBeChannelsLast(node)) return false;
        if (layer instanceof Layer.Input) return true;
        if (layer instanceof Layer.Reshape reshape) return !reshape.shape().size().isEmpty();
        if (!(layer instanceof Layer.Conv) && !(layer instanceof Layer.TransposedConv))
            return false;
        return channels[graph.nodes().get(node).inputs().get(0)] == 1;
    }

    private boolean mayBeChannelsLast(int node) {
        return use != Use.COMPARISON && channels[node] > 1;
    }

    private static String joined(Stream<String> items) {
        return items.collect(Collectors.joining(", "));
    }
}
