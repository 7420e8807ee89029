package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphTest {

    static Stream<Graph> graphs() {
        return Stream.concat(
                SmallNetworks.small().map(Architecture::graph),
                Stream.of(everyLayer(), amongNeighbours()));
    }

    private static Graph amongNeighbours() {
        InputImages images = new InputImages(2, 2, 1, Optional.of(PlaneContext.of(1, "t")));
        return new BlindSpotAutoencoder(images, 2, 1, 1).graph();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void inferredShapesAreThoseThatPyTorchComputes(Graph graph) {
        List<Integer> everyNode = IntStream.range(0, graph.nodes().size()).boxed().toList();
        Graph whole = new Graph(graph.dimensions(), graph.nodes(), graph.parameters(), everyNode);
        List<Integer> size = graph.dimensions() == 2 ? List.of(12, 8) : List.of(4, 6, 8);
        Volume x = Volume.random(1, graph.inputChannels(), Window3.padded(size, 1), 1);
        List<Shape> computed =
                Modules.with(
                        TorchScript.write(whole, Modules.random(whole, 1)),
                        false,
                        module -> Modules.in(whole, x, in -> shapes(module.sampledOutputs(in))));
        assertEquals(whole.shapes(size), computed);
    }

    @Test
    void valuesOfDifferentShapesCannotBeAdded() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        Graph graph = net.build(net.add(x, net.maxPool(x, Window.stepping(List.of(2, 2)))));
        assertThrows(IllegalArgumentException.class, () -> graph.shapes(List.of(8, 8)));
    }

    @Test
    void imageSmallerThanAWindowIsRefused() {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.conv("a", net.input(1), 1, Window.of(2, 3, 2, 0)));
        assertEquals(new Shape(1, List.of(1, 1)), graph.shapes(List.of(3, 4)).get(1));
        assertThrows(IllegalArgumentException.class, () -> graph.shapes(List.of(2, 4)));
    }

    @Test
    void imageOfAnotherSizeThanTheFixedOneIsRefused() {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.relu(net.input(1, List.of(4, 6))));
        assertEquals(List.of(4, 6), graph.fixedSize());
        assertEquals(new Shape(1, List.of(4, 6)), graph.shapes(List.of(4, 6)).get(1));
        assertThrows(IllegalArgumentException.class, () -> graph.shapes(List.of(6, 4)));
    }

    @Test
    void fixedSizeHasTheAxesOfTheGraph() {
        GraphBuilder net = new GraphBuilder(3);
        Value x = net.input(1, List.of(4, 6));
        assertThrows(IllegalArgumentException.class, () -> net.build(x));
    }

    @Test
    void nodesReadEarlierNodesOnly() {
        Node input = new Node(new Layer.Input(1, List.of()), List.of(), List.of());
        Node self = new Node(new Layer.Relu(), List.of(1), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Graph(2, List.of(input, self), List.of(), List.of(1)));
    }

    @Test
    void parametersOfOneNameMustHaveOneShape() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 2, Window.same(2, 3));
        assertThrows(IllegalArgumentException.class, () -> net.conv("a", x, 2, Window.same(2, 3)));
    }

    @Test
    void windowsWithHolesOrTooMuchPaddingAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Layer.TransposedConv(1, Window.of(2, 2, 3, 0), List.of(0, 0), true));
        assertThrows(
                IllegalArgumentException.class, () -> new Layer.MaxPool(Window.of(2, 3, 1, 2)));
    }

    @Test
    void outputPaddingOfAStrideOrMoreIsRefused() {
        Window window = new Window(List.of(3, 3), List.of(2, 1), List.of(1, 1));
        for (List<Integer> padding :
                List.of(List.of(2, 0), List.of(0, 1), List.of(-1, 0), List.of(1)))
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Layer.TransposedConv(1, window, padding, true));
    }

    @Test
    void standardVariationalNetworkGivesImageMeanAndLogVariance() {
        for (int dimensions : new int[] {2, 3}) {
            Graph graph = ResBlockVariational.standard(InputImages.of(dimensions)).graph();
            List<Integer> size = IntStream.range(0, dimensions).mapToObj(axis -> 8).toList();
            List<Integer> code = size.stream().map(length -> length / 4).toList();
            List<Shape> shapes = graph.shapes(size);
            assertEquals(
                    List.of(new Shape(1, size), new Shape(32, code), new Shape(32, code)),
                    graph.outputs().stream().map(shapes::get).toList());
        }
    }

    @Test
    void variationalNetworkStartsWithUnitVarianceAndTheMeanOfAllImages() {
        Graph graph = ResBlockVariational.standard(InputImages.planes()).graph();
        Volume x = Volume.random(1, 1, new int[] {1, 8, 8}, 1);
        List<float[]> outputs = Modules.outputs(graph, Weights.initial(graph, 1), x);
        for (float denoised : outputs.get(0)) assertEquals(0, denoised);
        for (float logVariance : outputs.get(2)) assertEquals(0, logVariance);
    }

    @Test
    void sigmoidHeadStartsWithGrey() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.SIGMOID).graph();
        Volume x = Volume.random(1, 1, new int[] {1, 8, 8}, 1);
        for (float value : Modules.forward(graph, Weights.initial(graph, 1), x))
            assertEquals(0.5f, value);
    }

    /** One of each kind of layer that takes images of any size, and a linear one. */
    private static Graph everyLayer() {
        GraphBuilder net = new GraphBuilder(2);
        Value x =
                net.conv(
                        "a",
                        net.input(2),
                        3,
                        new Window(List.of(3, 2), List.of(2, 1), List.of(1, 0)));
        x = net.sigmoid(net.batchNorm("b", x));
        x = net.maxPool(x, Window.of(2, 3, 2, 1));
        x = net.upsample(net.concat(x, net.relu(x)), List.of(2, 3));
        Window doubling = Window.of(2, 3, 2, 1);
        x = net.transposedConv("c", x, new Layer.TransposedConv(2, doubling, List.of(1, 0), true));
        x = net.sample(x, net.add(x, x));
        x = net.reshape(x, new Shape(2 * 12 * 23, List.of()));
        return net.build(net.linear("d", x, 5));
    }

    private static List<Shape> shapes(NDList arrays) {
        return arrays.stream().map(GraphTest::shape).toList();
    }

    private static Shape shape(NDArray array) {
        long[] axes = array.getShape().getShape();
        List<Integer> size =
                IntStream.range(2, axes.length).mapToObj(axis -> (int) axes[axis]).toList();
        return new Shape((int) axes[1], size);
    }
}
