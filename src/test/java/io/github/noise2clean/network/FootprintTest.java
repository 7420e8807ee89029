package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FootprintTest {

    static Stream<Architecture> architectures() {
        return SmallNetworks.small();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void changedPixelReachesNoFurtherThanTheHalo(Architecture architecture) {
        Graph graph = architecture.graph();
        for (int axis = 0; axis < graph.dimensions(); axis++) {
            int halo = Footprint.of(graph).halo().get(axis);
            assertTrue(reach(graph, axis) <= halo, "halo " + halo + ", axis " + axis);
        }
    }

    @Test
    void changedPixelReachesTheHaloOfPlainConvolutions() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 4, Window.same(2, 3));
        x = net.conv("b", x, 4, new Window(List.of(5, 1), List.of(1, 1), List.of(2, 0)));
        Graph graph = net.build(net.conv("c", x, 1, Window.same(2, 3)));
        assertEquals(new Footprint(List.of(4, 2), List.of(1, 1)), Footprint.of(graph));
        assertEquals(4, reach(graph, 0));
        assertEquals(2, reach(graph, 1));
    }

    @Test
    void changedPixelReachesTheHaloOfOneLevel() {
        Graph graph = levels(1);
        assertEquals(Footprint.of(graph).halo().get(1), reach(graph, 1));
    }

    /** Halves and doubles with 3x3 windows, as PyTorch users write it. */
    @Test
    void changedPixelReachesTheHaloBehindOutputPadding() {
        Window window = Window.of(2, 3, 2, 1);
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("down", net.input(1), 4, window);
        x = net.transposedConv("up", x, new Layer.TransposedConv(1, window, List.of(1, 1), true));
        Graph graph = net.build(x);
        assertEquals(new Footprint(List.of(2, 2), List.of(2, 2)), Footprint.of(graph));
        assertEquals(2, reach(graph, 0));
        assertEquals(2, reach(graph, 1));
    }

    /** Down by 2, 3x3, up by 2: an even pixel sees from -2, an odd one up to 3 to its right. */
    @Test
    void haloOfOneLevelIsThree() {
        assertEquals(new Footprint(List.of(3, 3), List.of(2, 2)), Footprint.of(levels(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "3, 8"})
    void multipleIsTwoToTheLevels(int levels, int multiple) {
        Graph graph = new ResBlockAutoencoder(3, 2, levels, 1, true, Head.RESIDUAL).graph();
        assertEquals(List.of(multiple, multiple, multiple), Footprint.of(graph).multiple());
    }

    @Test
    void multipleOfPathsByTwoAndByThreeIsSix() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        Value halved = net.maxPool(x, Window.stepping(List.of(2, 2)));
        Value thirds = net.maxPool(x, Window.stepping(List.of(3, 1)));
        Graph graph =
                net.build(
                        net.add(
                                net.upsample(halved, List.of(2, 2)),
                                net.upsample(thirds, List.of(3, 1))));
        assertEquals(new Footprint(List.of(2, 1), List.of(6, 2)), Footprint.of(graph));
    }

    @Test
    void haloFollowsTheWidestPath() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        Value wide = net.conv("wide", x, 1, Window.same(2, 9));
        Graph graph = net.build(net.add(net.conv("narrow", x, 1, Window.same(2, 3)), wide));
        assertEquals(List.of(4, 4), Footprint.of(graph).halo());
    }

    @Test
    void sizeOfAnyMultipleIsKept() {
        SmallNetworks.small()
                .map(Architecture::graph)
                .forEach(
                        graph -> {
                            List<Integer> size = SmallNetworks.someSize(graph);
                            Shape output = graph.shapes(size).get(graph.outputs().get(0));
                            assertEquals(new Shape(1, size), output);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, -4, 3",
        "0, 7, -4, 11",
        "5, 6, 0, 11",
        "-9, -9, -12, -5",
        "-1, 0, -4, 3",
        "100, 163, 96, 167"
    })
    void sourceIsTheTargetAndItsHaloSnappedToTheOrigin(long first, long last, long from, long to) {
        Footprint footprint = new Footprint(List.of(1, 3), List.of(2, 4));
        assertEquals(
                new Span(from, to), footprint.reaches().get(1).sourceFor(new Span(first, last)));
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "8, 8", "9, 16", "64, 64"})
    void sizeSnapsUpwards(long size, long snapped) {
        assertEquals(snapped, new Footprint(List.of(0), List.of(8)).snappedSize(size, 0));
    }

    @Test
    void refusesWhatChangesTheSize() {
        GraphBuilder cropping = new GraphBuilder(2);
        Value x = cropping.conv("a", cropping.input(1), 1, Window.of(2, 3, 1, 0));
        Graph cropped = cropping.build(x);
        assertThrows(IllegalArgumentException.class, () -> Footprint.of(cropped));
        GraphBuilder halving = new GraphBuilder(2);
        Value y = halving.maxPool(halving.input(1), Window.stepping(List.of(2, 2)));
        Graph halved = halving.build(y);
        assertThrows(IllegalArgumentException.class, () -> Footprint.of(halved));
        GraphBuilder doubling = new GraphBuilder(2);
        Graph doubled = doubling.build(doubling.upsample(doubling.input(1), List.of(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> Footprint.of(doubled));
    }

    @Test
    void aNetworkOfOneSizeSeesTheWholeImage() {
        assertEquals(
                new Footprint(List.of(0, 0), List.of(4, 6), true),
                Footprint.of(linear(List.of(4, 6))));
    }

    @Test
    void aNetworkOfOneSizeThatDoesNotSayWhichIsRefused() {
        Graph graph = linear(List.of());
        assertThrows(IllegalArgumentException.class, () -> Footprint.of(graph));
    }

    private static Graph linear(List<Integer> size) {
        GraphBuilder net = new GraphBuilder(2);
        Value vector = net.reshape(net.input(1, size), new Shape(24, List.of()));
        return net.build(net.reshape(net.linear("fc", vector, 24), new Shape(1, List.of(4, 6))));
    }

    private static Graph levels(int levels) {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        for (int i = 0; i < levels; i++)
            x = net.conv("down" + i, x, 4, Window.stepping(List.of(2, 2)));
        x = net.conv("middle", x, 4, Window.same(2, 3));
        for (int i = 0; i < levels; i++)
            x = net.transposedConv("up" + i, x, 1, Window.stepping(List.of(2, 2)));
        return net.build(x);
    }

    /** How far from a changed pixel the output changes, at most over all phases of the grid. */
    private static int reach(Graph graph, int axis) {
        Footprint footprint = Footprint.of(graph);
        int middle = footprint.multiple().get(axis) * (footprint.halo().get(axis) + 1);
        int reach = 0;
        for (int phase = 0; phase < footprint.multiple().get(axis); phase++)
            reach = Math.max(reach, reach(graph, axis, middle + phase));
        return reach;
    }

    /** The image is long along {@code axis} only, and as narrow as any layer takes it. */
    private static int reach(Graph graph, int axis, int pixel) {
        Footprint footprint = Footprint.of(graph);
        List<Integer> size =
                new ArrayList<>(footprint.multiple().stream().map(m -> 3 * m).toList());
        int length = 2 * footprint.multiple().get(axis) * (footprint.halo().get(axis) + 1);
        size.set(axis, length);
        int[] padded = Window3.padded(size, 1);
        Volume x = Volume.random(1, 1, padded, 1);
        int along = 3 - graph.dimensions() + axis;
        Volume changed = Volume.of(1, 1, padded, i -> x.at(i) + (i[2 + along] == pixel ? 100 : 0));
        return farthest(output(graph, x), output(graph, changed), along, pixel);
    }

    private static int farthest(Volume before, Volume after, int axis, int pixel) {
        Volume distance =
                Volume.of(
                        1,
                        1,
                        before.size(),
                        i -> before.at(i) == after.at(i) ? 0 : Math.abs(i[2 + axis] - pixel));
        return (int) Arrays.stream(distance.values()).max().orElseThrow();
    }

    private static Volume output(Graph graph, Volume x) {
        float[] output = Modules.forward(graph, Modules.random(graph, 2), x);
        double[] values = IntStream.range(0, output.length).mapToDouble(i -> output[i]).toArray();
        return new Volume(1, 1, x.size(), values);
    }
}
