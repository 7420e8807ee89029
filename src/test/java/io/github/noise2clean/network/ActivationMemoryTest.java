package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationMemoryTest {

    @Test
    void aChainNeedsTheLargestPairOfNeighbours() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 8, Window.same(2, 3));
        Graph graph = net.build(net.conv("b", net.relu(x), 1, Window.same(2, 3)));
        assertEquals(4 * (8 + 8), ActivationMemory.bytesPerPixel(graph));
    }

    @Test
    void aNetworkThatLearnsKeepsAllItsValuesAndTheirGradients() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 8, Window.same(2, 3));
        Graph graph = net.build(net.conv("b", net.relu(x), 1, Window.same(2, 3)));
        assertEquals(2 * 4 * (1 + 8 + 8 + 1), ActivationMemory.learningBytesPerPixel(graph));
    }

    @Test
    void aSkippedValueIsKeptUntilItIsRead() {
        GraphBuilder net = new GraphBuilder(2);
        Window halving = Window.stepping(List.of(2, 2));
        Value fine = net.conv("a", net.input(1), 8, Window.same(2, 3));
        Value coarse = net.relu(net.conv("down", fine, 16, halving));
        Value up = net.transposedConv("up", coarse, 8, halving);
        Graph graph = net.build(net.conv("b", net.add(up, fine), 1, Window.same(2, 3)));
        assertEquals(4 * (8 + 8 + 8), ActivationMemory.bytesPerPixel(graph));
    }
}
